/** What the element that has the focus does with keys of its own. */
export interface Focus {
    /** Letters are being typed there. */
    readonly typing: boolean;
    /** It answers to Enter, Space, the arrows and their like itself. */
    readonly moves: boolean;
}
export declare const nowhere: Focus;
export declare function focusAt(target: EventTarget | null): Focus;

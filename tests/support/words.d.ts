/** Random numbers that repeat themselves from the seed on (mulberry32). */
export declare function randomFrom(seed: number): () => number;
/** A made-up message of `length` or so words, a few sentences with an address. */
export declare function someText(random: () => number, length: number): string;
export declare const someName: (random: () => number) => string;

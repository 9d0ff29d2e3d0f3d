import { type Directory } from '../../shared/domain/people/directory';
import type { JournalEvent } from '../../shared/domain/journal/event';
import type { CaseId } from '../../shared/domain/journal/ids';
import { type Instant } from '../../shared/domain/time';
import type { Database } from '../../renderer/data/database';
/** An office of so many cases, as it would be after years of work; the same for the same numbers. */
export interface BigProfile {
    readonly closed: number;
    readonly open: number;
    /** The newest case was placed an hour before; closed ones go back 24 months. */
    readonly now: Instant;
    readonly seed?: number;
}
export declare const bigDirectory: Directory;
export declare const bigCaseId: (number: number) => CaseId;
/** Writes the profile into databases that are open and empty. `onProgress` hears of cases. */
export declare function layBigProfile(database: Database, profile: BigProfile, onProgress?: (done: number) => void): Promise<void>;
/** The settings of a used profile without a single case. */
export declare function layOffice(database: Database): Promise<void>;
/** Cases' events one after another, closed ones, until there are `count` events: what a server holds after years of work. */
export declare function bigJournal(count: number, now: Instant): Generator<readonly JournalEvent[]>;

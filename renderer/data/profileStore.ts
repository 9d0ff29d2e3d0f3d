import { changing, type Changing } from '../application/observable'
import type { Chance, ProfileStore } from '../application/ports'
import { newProfile, profileSchema, type Profile } from '../application/profile'
import type { NamedDocuments } from './namedDocuments'

/** This computer's identity on disk. One that cannot be read is replaced: a new device begins a new chain, the old one stands. */
export class ProfileDocument implements ProfileStore {
  private constructor(
    private readonly documents: NamedDocuments,
    readonly current: Changing<Profile>,
  ) {}

  static async open(documents: NamedDocuments, chance: Chance): Promise<ProfileDocument> {
    const stored = await documents.load('profile', profileSchema)
    if (stored.state === 'read') return new ProfileDocument(documents, changing<Profile>(stored.value))
    const fresh = newProfile(chance)
    await documents.save('profile', fresh)
    return new ProfileDocument(documents, changing<Profile>(fresh))
  }

  async save(change: Partial<Profile>): Promise<void> {
    const next = { ...this.current.get(), ...change }
    await this.documents.save('profile', next)
    this.current.set(next)
  }
}

import { emptyMemory, memorySchema, type AttentionMemory } from '../../shared/domain/attention'
import type { AttentionMemoryStore } from '../application/ports'
import type { NamedDocuments } from './namedDocuments'

const name = 'attention'

/** One that cannot be read is begun anew: what it held is told once more, and no deadline is missed for it. */
export class AttentionMemories implements AttentionMemoryStore {
  constructor(private readonly documents: NamedDocuments) {}

  async load(): Promise<AttentionMemory> {
    const stored = await this.documents.load(name, memorySchema)
    return stored.state === 'read' ? stored.value : emptyMemory
  }

  async save(memory: AttentionMemory): Promise<void> {
    await this.documents.save(name, memory)
  }
}

import { z } from 'zod'
import type { ToDoName, ToDoStore } from '../application/ports'
import type { NamedDocuments } from './namedDocuments'

const listSchema = z.array(z.string())

export class ToDoLists implements ToDoStore {
  constructor(private readonly documents: NamedDocuments) {}

  async list(name: ToDoName): Promise<readonly string[]> {
    const stored = await this.documents.load(`toDo/${name}`, listSchema)
    return stored.state === 'read' ? stored.value : []
  }

  async save(name: ToDoName, items: readonly string[]): Promise<void> {
    await this.documents.save(`toDo/${name}`, items)
  }
}

import { useRef, type ReactNode } from 'react'

/** A file dialog behind any button: draw `input` once and call `pick`. `accept` as in HTML. */
export function useFilePick(accept: string, onFiles: (files: readonly File[]) => void, multiple = false): { readonly pick: () => void; readonly input: ReactNode } {
  const field = useRef<HTMLInputElement>(null)
  const input = (
    <input
      ref={field}
      type="file"
      hidden
      accept={accept}
      multiple={multiple}
      onChange={(event) => {
        const files = [...(event.target.files ?? [])]
        // The same file chosen again must be told of again.
        event.target.value = ''
        if (files.length > 0) onFiles(files)
      }}
    />
  )
  return { input, pick: () => field.current?.click() }
}

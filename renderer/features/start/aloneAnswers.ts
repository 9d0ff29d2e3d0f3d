import { err, ok, type Result } from '../../../shared/lib/result'

export interface AloneForm {
  readonly officeName: string
  readonly operatorName: string
}
export type AloneFormErrors = Partial<Record<keyof AloneForm, true>>

export function checkAlone(form: AloneForm): Result<AloneForm, AloneFormErrors> {
  const officeName = form.officeName.replace(/\s+/g, ' ').trim()
  const operatorName = form.operatorName.replace(/\s+/g, ' ').trim()
  const errors: AloneFormErrors = { ...(officeName === '' ? { officeName: true as const } : {}), ...(operatorName === '' ? { operatorName: true as const } : {}) }
  return Object.keys(errors).length > 0 ? err(errors) : ok({ officeName: officeName.slice(0, 500), operatorName: operatorName.slice(0, 300) })
}

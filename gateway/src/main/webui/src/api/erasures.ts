import { Problem, request } from './http'
import { get, post, within } from './workspace'

/** What one service has erased. */
export interface Receipt {
  service: string
  customer: string
  removed: { store: string; count: number }[]
  /** From then on no answer says anything of the person. */
  at: string
  /** By then no file holds any of it. */
  filesCleanBy: string
}

export interface Erasure {
  id: string
  customer?: string
  requestedAt?: string
  requestedBy?: string
  receipts: Receipt[]
  liftedAt?: string
}

/** Erases a customer and everyone who had become them; asked again, it is the same erasure. */
export const eraseCustomer = (customer: string) =>
  request<{ id: string }>('DELETE', within(`/customers/${customer}`))
/** Nothing while the request is still on its way. */
export async function erasure(id: string, signal?: AbortSignal): Promise<Erasure | undefined> {
  try {
    return await get<Erasure>(`/erasures/${id}`, undefined, signal)
  } catch (failure) {
    if (failure instanceof Problem && failure.status === 404) return undefined
    throw failure
  }
}
/** The latest, newest first. */
export const erasures = (signal?: AbortSignal) => get<{ items: Erasure[] }>('/erasures', undefined, signal)
/** Lets a person in again who was erased; it takes effect a moment later. */
export const liftErasure = (id: string) => post<{ id: string }>(`/erasures/${id}/lift`)
/** The address of a file with everything that is known of a customer. */
export const everythingFile = (customer: string) => within(`/customers/${customer}/export`)

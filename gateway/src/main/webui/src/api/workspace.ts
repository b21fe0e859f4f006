import { request, type Query } from './http'

/** A page of a list; `next` is absent on the last one. */
export interface Page<T> {
  items: T[]
  next?: string
}

let current = ''

/** Chooses the workspace that every later call speaks of. */
export function enterWorkspace(id: string): void {
  current = id
}

/** The address of something in the workspace. */
export function within(path: string): string {
  return `/api/workspaces/${encodeURIComponent(current)}${path}`
}

export const get = <T>(path: string, query?: Query, signal?: AbortSignal) =>
  request<T>('GET', within(path), { query, signal })
export const post = <T = void>(path: string, body?: unknown, query?: Query, signal?: AbortSignal) =>
  request<T>('POST', within(path), { body, query, signal })
export const put = <T = void>(path: string, body: unknown, query?: Query) =>
  request<T>('PUT', within(path), { body, query })
export const remove = (path: string) => request<void>('DELETE', within(path))
/** A form with a file in it. */
export const postForm = <T>(path: string, raw: FormData, signal?: AbortSignal) =>
  request<T>('POST', within(path), { raw, signal })
/** Some bytes of something larger. */
export const patchBytes = <T>(
  path: string,
  raw: Blob,
  headers: Record<string, string>,
  signal?: AbortSignal,
) => request<T>('PATCH', within(path), { raw, headers, signal })

import { request } from './http'

export type Role = 'owner' | 'author' | 'viewer'

export interface WorkspaceRef {
  id: string
  name: string
  zone: string
  locale: string
  role: Role
}

export interface Me {
  person: { id: string; name: string; email?: string }
  mayCreateWorkspaces: boolean
  /** Where events are sent, such as https://collect.example; absent when it is where the page is. */
  collector?: string
  workspaces: WorkspaceRef[]
}

export interface WorkspaceSettings {
  name: string
  zone: string
  locale: string
  sender: string
}

export const me = () => request<Me>('GET', '/api/me')
export const createWorkspace = (settings: WorkspaceSettings) =>
  request<WorkspaceRef>('POST', '/api/workspaces', { body: settings })
export const workspace = (id: string) =>
  request<WorkspaceSettings & { id: string }>('GET', `/api/workspaces/${encodeURIComponent(id)}`)
export const saveWorkspace = (id: string, settings: WorkspaceSettings) =>
  request<WorkspaceSettings & { id: string }>('PUT', `/api/workspaces/${encodeURIComponent(id)}`, {
    body: settings,
  })

import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { me, type Me, type Role } from '@/api/session'
import { Problem } from '@/api/http'
import { enterWorkspace } from '@/api/workspace'
import { asProblem } from '@/live/load'

const rank: Record<Role, number> = { viewer: 0, author: 1, owner: 2 }

/** Who is signed in, and in which workspace they work. */
export const useSession = defineStore('session', () => {
  const person = shallowRef<Me>()
  const problem = shallowRef<Problem>()
  const workspaceId = ref('')
  const signedOut = computed(() => problem.value?.signedOut ?? false)
  const workspace = computed(() => person.value?.workspaces.find(({ id }) => id === workspaceId.value))

  async function load(): Promise<void> {
    try {
      person.value = await me()
      problem.value = undefined
    } catch (failure) {
      problem.value = asProblem(failure)
    }
  }

  function enter(id: string): void {
    workspaceId.value = id
    enterWorkspace(id)
  }

  function leave(): void {
    person.value = undefined
    problem.value = new Problem(401, 'signed out', undefined, undefined, [])
  }

  /** Whether the person's role in this workspace is that role or a higher one. */
  function may(role: Role): boolean {
    return rank[workspace.value?.role ?? 'viewer'] >= rank[role]
  }

  return { person, problem, workspaceId, workspace, signedOut, load, enter, leave, may }
})

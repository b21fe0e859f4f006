import { describe, expect, it } from 'vitest'
import { useHistory } from '@/places/journeys/plan/history'

describe('undo', () => {
  it('goes back to the first value, however many there were', () => {
    const history = useHistory(0)
    for (let n = 1; n <= 500; n++) history.apply(n)
    for (let n = 1; n <= 500; n++) history.undo()
    expect([history.value.value, history.canUndo.value]).toEqual([0, false])
  })

  it('and redo are each other’s reverse', () => {
    const history = useHistory('a')
    history.apply('b')
    history.apply('c')
    history.undo()
    history.undo()
    history.redo()
    expect([history.value.value, history.canUndo.value, history.canRedo.value]).toEqual(['b', true, true])
  })

  it('forgets what was undone when something else is done', () => {
    const history = useHistory('a')
    history.apply('b')
    history.undo()
    history.apply('c')
    expect(history.canRedo.value).toBe(false)
  })

  it('takes quick typing into one field back at once', () => {
    let now = 0
    const history = useHistory('', () => now)
    for (const text of ['h', 'he', 'hey']) {
      history.apply(text, 'name')
      now += 200
    }
    now += 2_000
    history.apply('hey!', 'name')
    history.undo()
    const once = history.value.value
    history.undo()
    expect([once, history.value.value]).toEqual(['hey', ''])
  })
})

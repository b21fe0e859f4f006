// Numbers from a fixed seed, so that every run shows the same world.
let seed = 42
export const random = () => (seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296) / 4_294_967_296
export const pick = (list) => list[Math.floor(random() * list.length)]
export const uuid = () =>
  'xxxxxxxx-xxxx-7xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => Math.floor(random() * 16).toString(16))
export const ago = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString()

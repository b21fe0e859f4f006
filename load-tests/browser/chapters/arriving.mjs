import { picture } from '../browser.mjs'
import { same } from '../facts.mjs'
import { settings } from '../settings.mjs'

/** Nobody is known at first; the provider's own page asks who comes. */
export async function arrive({ page }) {
  await page.goto(settings.gateway)
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
  await picture(page, 'signed-out')
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('Username or email').fill(settings.login.user)
  await page.getByRole('textbox', { name: 'Password' }).fill(settings.login.password)
  await page.getByRole('button', { name: 'Sign In' }).click()
  await page.getByRole('heading', { name: 'Hello, Demo' }).waitFor()
}

/** After signing out nothing is known here, nor at the provider, which asks again. */
export async function leave({ page }) {
  await page.getByRole('button', { name: /^You, / }).click()
  await page.getByText('Sign out', { exact: true }).click()
  await page.getByRole('heading', { name: 'You are signed out' }).waitFor()
  const me = await page.request.get(`${settings.gateway}/api/me`, {
    headers: { 'x-requested-with': 'JavaScript' },
    maxRedirects: 0,
  })
  same([401, 499].includes(me.status()), true, `what /api/me says to a stranger (${me.status()})`)
  await page.getByRole('link', { name: 'Sign in' }).click()
  await page.getByLabel('Username or email').waitFor()
}

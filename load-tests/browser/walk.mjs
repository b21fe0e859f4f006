// Walks through a running Itinera as a person does; one chapter after the other, in one browser.
import { openBrowser, pictureOfFailure } from './browser.mjs'
import { must } from './facts.mjs'
import { arrive, leave } from './chapters/arriving.mjs'
import { makeWorkspace, makeSource, fillCatalogue } from './chapters/furnishing.mjs'
import {
  drawJourney,
  fiftyStandInIt,
  publishSecondVersion,
  newcomersTakeTheSecond,
  fiftyFinishOnTheFirst,
} from './chapters/journey.mjs'
import { previewAsCustomer, readTheLog } from './chapters/messages.mjs'
import { watchEventsArrive } from './chapters/events.mjs'
import { holdATillToThePlan } from './chapters/collecting.mjs'
import { readTimelineAndWhy } from './chapters/customer.mjs'
import { readFunnel, readPaths } from './chapters/insights.mjs'
import { describeWhoLeft } from './chapters/segments.mjs'
import { speakEveryLanguage } from './chapters/languages.mjs'

const chapters = [
  arrive,
  makeWorkspace,
  makeSource,
  fillCatalogue,
  drawJourney,
  fiftyStandInIt,
  publishSecondVersion,
  newcomersTakeTheSecond,
  watchEventsArrive,
  previewAsCustomer,
  readFunnel,
  readPaths,
  describeWhoLeft,
  speakEveryLanguage,
  holdATillToThePlan,
  fiftyFinishOnTheFirst,
  readTheLog,
  readTimelineAndWhy,
  leave,
]

const browser = await openBrowser()
const world = { page: browser.page }
try {
  for (const chapter of chapters) {
    const from = Date.now()
    console.log(`${chapter.name} …`)
    await chapter(world)
    console.log(`${chapter.name} ${((Date.now() - from) / 1_000).toFixed(1)} s`)
  }
  must(browser.complaints.length === 0, `The page complained:\n${browser.complaints.join('\n')}`)
} catch (failure) {
  await pictureOfFailure(browser.page)
  console.error(failure.stack)
  console.error(`At ${browser.page.url()}\n${browser.complaints.join('\n')}`)
  process.exitCode = 1
} finally {
  await browser.close()
}

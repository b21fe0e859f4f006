import canvas from './canvas.json'
import conditions from './conditions.json'
import arriving from './arriving.json'
import quarantine from './quarantine.json'
import tracking from './tracking.json'
import imports from './imports.json'
import customers from './customers.json'
import home from './home.json'
import insights from './insights.json'
import journeys from './journeys.json'
import messages from './messages.json'
import segments from './segments.json'
import settings from './settings.json'
import shell from './shell.json'
import traits from './traits.json'
import sources from './sources.json'

export default {
  ...shell,
  ...home,
  ...journeys,
  ...canvas,
  ...conditions,
  ...segments,
  ...traits,
  ...customers,
  ...messages,
  ...insights,
  ...sources,
  ...imports,
  ...tracking,
  ...quarantine,
  ...arriving,
  ...settings,
}

import { Analytics } from '@segment/analytics-node'
import LegacyAnalytics from 'analytics-node'
import RudderAnalytics from '@rudderstack/rudder-sdk-node'
import { PostHog } from 'posthog-node'
import { jitsuAnalytics } from '@jitsu/js'
import { settings, told } from './settings.mjs'

const { user, former, traits, event, properties, category, page, group, company } = told

/** The SDKs for servers, each told the same, each by its own words. */
export const servers = {
  async 'analytics-node'(writeKey) {
    const client = new Analytics({ writeKey, host: settings.collector })
    segmentCalls(client)
    await client.closeAndFlush()
  },

  async 'analytics-node-6'(writeKey) {
    const client = new LegacyAnalytics(writeKey, { host: settings.collector, flushAt: 20 })
    segmentCalls(client)
    await client.flush()
  },

  async 'rudder-sdk-node'(writeKey) {
    const client = new RudderAnalytics(writeKey, { dataPlaneUrl: settings.collector, flushAt: 20 })
    segmentCalls(client)
    await client.flush()
  },

  async 'posthog-node'(writeKey) {
    const client = new PostHog(writeKey, { host: settings.collector, flushAt: 20 })
    client.identify({ distinctId: user, properties: traits })
    client.capture({ distinctId: user, event, properties })
    client.capture({ distinctId: user, event: '$pageview', properties: { $current_url: 'https://shop.example/' } })
    client.groupIdentify({ groupType: 'company', groupKey: group, properties: company, distinctId: user })
    client.alias({ distinctId: user, alias: former })
    await client.shutdown()
  },

  async 'jitsu-js'(writeKey) {
    const client = jitsuAnalytics({ host: settings.collector, writeKey: `itinera:${writeKey}`, s2s: false, fetch })
    await client.identify(user, traits)
    await client.track(event, properties)
    await client.page({ name: page })
    await client.group(group, company)
  },
}

function segmentCalls(client) {
  client.identify({ userId: user, traits })
  client.track({ userId: user, event, properties })
  client.page({ userId: user, category, name: page, properties: { path: '/' } })
  client.group({ userId: user, groupId: group, traits: company })
  client.alias({ userId: user, previousId: former })
}

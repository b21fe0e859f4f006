/*
 * Itinera in a web page: what the visitor does goes to the collector that this file came from, and to nobody else.
 *
 *   <script async src="https://collect.example.com/itinera.js" data-write-key="KEY"></script>
 *
 * Events wait in the page's storage until the collector has said that it has them; what is sent a second time is
 * recognised by its messageId. With data-consent="ask" nothing is stored or sent before itinera.consent(true); with
 * data-auto="page" each page that loads this file is told as a page.
 */
;(function (window, document) {
  'use strict'
  var early = window.itinera || []
  if (early.version) return
  var VERSION = '1'
  var SOON = 250
  var LONGEST_PAUSE = 60000
  var HEARTBEAT = 5000
  var GONE = 15000
  var MOST_WAITING = 1000
  var MOST_IN_BATCH = 50
  var MOST_BYTES = 60000
  var MOST_KEPT_ALIVE = 64000
  var PREFIX = 'itinera.'
  var QUEUE = 'queue.'

  var script = document.currentScript || document.querySelector('script[src*="/itinera.js"]')
  var setting = function (name) {
    return (script && script.getAttribute('data-' + name)) || early[name] || ''
  }
  var base = setting('collector') || (script ? script.src.replace(/\/itinera\.js.*$/, '') : '')
  var writeKey = setting('write-key')
  var tab = uuid()
  var memory = {}
  var waiting = []
  var timer = 0
  var attempts = 0
  var sending = false

  function uuid() {
    var bytes = window.crypto.getRandomValues(new Uint8Array(16))
    bytes[6] = (bytes[6] & 15) | 64
    bytes[8] = (bytes[8] & 63) | 128
    var hex = ''
    for (var i = 0; i < 16; i++) hex += (i > 3 && i < 11 && i % 2 === 0 ? '-' : '') + (bytes[i] + 256).toString(16).slice(1)
    return hex
  }

  // Storage: the page's, or memory where the browser refuses it or the visitor has not agreed.

  function read(name) {
    try {
      var text = mayStore() && window.localStorage.getItem(PREFIX + name)
      if (text) return JSON.parse(text)
    } catch (refused) {}
    return memory[name]
  }

  function write(name, value) {
    memory[name] = value
    try {
      if (value === undefined) window.localStorage.removeItem(PREFIX + name)
      else if (mayStore()) window.localStorage.setItem(PREFIX + name, JSON.stringify(value))
    } catch (refused) {}
  }

  function names() {
    try {
      return Object.keys(window.localStorage).filter(function (name) {
        return name.indexOf(PREFIX) === 0
      })
    } catch (refused) {
      return []
    }
  }

  // Consent: agreed, refused, or not asked yet; without data-consent="ask" nobody has to be asked.

  function agreed() {
    try {
      var said = window.localStorage.getItem(PREFIX + 'consent')
      if (said) return said === 'true'
    } catch (refused) {}
    return memory.consent === undefined ? (setting('consent') === 'ask' ? null : true) : memory.consent
  }

  function mayStore() {
    return agreed() === true
  }

  function consent(yes) {
    var held = yes ? memory : {}
    memory = { consent: !!yes }
    if (!yes) {
      waiting = []
      names().forEach(function (name) {
        window.localStorage.removeItem(name)
      })
    }
    try {
      window.localStorage.setItem(PREFIX + 'consent', String(!!yes))
    } catch (refused) {}
    for (var name in held) if (name !== 'consent') write(name, held[name])
    keep()
    soon()
  }

  // Who it is.

  function anonymousId() {
    var id = read('anonymousId')
    if (!id) write('anonymousId', (id = uuid()))
    return id
  }

  function reset() {
    ;['userId', 'traits', 'groupId', 'anonymousId'].forEach(function (name) {
      write(name, undefined)
    })
  }

  // What is sent.

  function campaign() {
    var found = {}
    location.search
      .slice(1)
      .split('&')
      .forEach(function (pair) {
        var at = /^utm_([a-z]+)=(.*)$/.exec(pair)
        if (at)
          try {
            found[at[1] === 'campaign' ? 'name' : at[1]] = decodeURIComponent(at[2].replace(/\+/g, ' '))
          } catch (malformed) {}
      })
    return found
  }

  function where() {
    return {
      path: location.pathname,
      referrer: document.referrer,
      search: location.search,
      title: document.title,
      url: location.href
    }
  }

  function context(given) {
    var all = {
      library: { name: 'itinera.js', version: VERSION },
      page: where(),
      campaign: campaign(),
      locale: navigator.language,
      userAgent: navigator.userAgent,
      screen: { width: window.screen.width, height: window.screen.height, density: window.devicePixelRatio }
    }
    try {
      all.timezone = Intl.DateTimeFormat().resolvedOptions().timeZone
    } catch (unknown) {}
    return merge(all, given)
  }

  function merge(into, from) {
    for (var name in from) into[name] = from[name]
    return into
  }

  /** Whether the event waits now: as text, so that nothing changes it later, and none that has no text. */
  function put(type, fields, options) {
    if (agreed() === false) return false
    try {
      waiting.push(text(type, fields, options || {}))
    } catch (unwritable) {
      if (window.console) console.warn('itinera.js: no JSON can be made of this ' + type + ': ' + unwritable)
      return false
    }
    if (waiting.length > MOST_WAITING) waiting.shift()
    keep()
    if (attempts === 0) soon()
    return true
  }

  function text(type, fields, options) {
    return JSON.stringify(
      merge(
        {
          type: type,
          messageId: uuid(),
          timestamp: (options.timestamp ? new Date(options.timestamp) : new Date()).toISOString(),
          anonymousId: options.anonymousId || anonymousId(),
          userId: read('userId'),
          context: context(options.context)
        },
        fields
      )
    )
  }

  function keep() {
    write(QUEUE + tab, waiting.length ? { at: Date.now(), events: waiting } : undefined)
  }

  /** What pages that are gone have left; a page that is there says so every few seconds. */
  function adopt() {
    names().forEach(function (full) {
      var name = full.slice(PREFIX.length)
      if (name.indexOf(QUEUE) !== 0 || name === QUEUE + tab) return
      var left = read(name)
      if (left && Date.now() - left.at < GONE && left.at <= Date.now()) return
      if (left && left.events) waiting = left.events.concat(waiting)
      write(name, undefined)
    })
    keep()
  }

  function size(text) {
    return new Blob([text]).size
  }

  function batch() {
    var events = []
    var bytes = 0
    for (var i = 0; i < waiting.length && i < MOST_IN_BATCH; i++) {
      bytes += size(waiting[i])
      if (i && bytes > MOST_BYTES) break
      events.push(waiting[i])
    }
    return events
  }

  // As text, so that a browser asks nobody's leave first; the key stands in the body. It stands in the address
  // too, where it is read first: the room for bodies that nobody has told the key of is everybody's.
  function body(events) {
    var envelope = JSON.stringify({ writeKey: writeKey, sentAt: new Date().toISOString() })
    return envelope.slice(0, -1) + ',"batch":[' + events.join(',') + ']}'
  }

  function address() {
    return base + '/v1/batch?writeKey=' + encodeURIComponent(writeKey)
  }

  function forget(events) {
    waiting = waiting.filter(function (event) {
      return events.indexOf(event) < 0
    })
    keep()
  }

  function soon(pause) {
    clearTimeout(timer)
    timer = setTimeout(flush, pause || SOON)
  }

  function flush() {
    if (sending || !waiting.length || !mayStore()) return
    var events = batch()
    var told = body(events)
    sending = true
    window
      .fetch(address(), {
        method: 'POST',
        headers: { 'Content-Type': 'text/plain' },
        body: told,
        keepalive: size(told) < MOST_KEPT_ALIVE
      })
      .then(answered, again)

    function answered(response) {
      if (response.status === 429 || response.status === 408 || response.status >= 500) {
        return again(0, Number(response.headers.get('Retry-After')) * 1000)
      }
      if (!response.ok && window.console) console.warn('itinera.js: the collector answered ' + response.status)
      sending = false
      attempts = 0
      forget(events)
      if (waiting.length) flush()
    }

    function again(failure, wanted) {
      sending = false
      var pause = Math.min(LONGEST_PAUSE, 1000 * Math.pow(2, attempts++))
      soon(Math.max(wanted || 0, pause * (0.5 + Math.random() / 2)))
    }
  }

  /** The page goes away: the browser sends what waits, and what it cannot promise stays for the next page. */
  function leave() {
    if (document.visibilityState !== 'hidden' || !mayStore() || !navigator.sendBeacon) return
    var all = waiting
    while (waiting.length) {
      var events = batch()
      if (!navigator.sendBeacon(address(), new Blob([body(events)], { type: 'text/plain' }))) break
      waiting = waiting.slice(events.length)
    }
    waiting = all
  }

  // The verbs, with the arguments that analytics.js gives them.

  function said(args) {
    var list = [].slice.call(args)
    var told = list.filter(function (one) {
      return typeof one === 'function'
    })[0]
    if (told) setTimeout(told, 0)
    return list.filter(function (one) {
      return typeof one !== 'function'
    })
  }

  function words(list, most) {
    var found = []
    while (found.length < most && (typeof list[0] === 'string' || typeof list[0] === 'number' || list[0] === null)) found.push(list.shift())
    return found
  }

  var verbs = {
    identify: function () {
      var rest = said(arguments)
      var id = words(rest, 1)[0]
      if (id != null && id !== '') {
        if (read('userId') && read('userId') !== String(id)) reset()
        write('userId', String(id))
      }
      var traits = merge(merge({}, read('traits')), rest[0])
      if (put('identify', { traits: traits }, rest[1])) write('traits', traits)
    },
    track: function (event) {
      var rest = said(arguments)
      put('track', { event: event, properties: rest[1] || {} }, rest[2])
    },
    page: function () {
      view('page', said(arguments))
    },
    screen: function () {
      view('screen', said(arguments))
    },
    group: function (id) {
      var rest = said(arguments)
      write('groupId', String(id))
      put('group', { groupId: String(id), traits: rest[1] || {} }, rest[2])
    },
    alias: function (id, previous) {
      var rest = said(arguments)
      var before = typeof rest[1] === 'string' ? rest[1] : read('userId') || anonymousId()
      put('alias', { userId: String(id), previousId: before }, typeof rest[1] === 'string' ? rest[2] : rest[1])
      write('userId', String(id))
    },
    reset: reset,
    consent: consent,
    flush: flush,
    ready: function (told) {
      said([told])
    },
    setAnonymousId: function (id) {
      write('anonymousId', String(id))
    },
    user: function () {
      return {
        id: function () {
          return read('userId') || null
        },
        anonymousId: anonymousId,
        traits: function () {
          return read('traits') || {}
        }
      }
    }
  }

  function view(type, rest) {
    var named = words(rest, 2)
    var fields = { properties: merge(type === 'page' ? where() : {}, rest[0]) }
    if (named.length) fields.name = named[named.length - 1]
    if (named.length > 1) fields.category = named[0]
    put(type, fields, rest[1])
  }

  var itinera = { version: VERSION }
  for (var verb in verbs) itinera[verb] = verbs[verb]
  itinera.push = function (call) {
    var given = [].slice.call(call)
    var verb = given.shift()
    if (verbs[verb]) verbs[verb].apply(itinera, given)
  }
  window.itinera = itinera
  adopt()
  for (var i = 0; i < early.length; i++) itinera.push(early[i])
  if (setting('auto') === 'page') verbs.page()
  soon(1)
  setInterval(function () {
    adopt()
    if (attempts === 0) flush()
  }, HEARTBEAT)
  document.addEventListener('visibilitychange', leave)
  window.addEventListener('pagehide', leave)
  window.addEventListener('online', function () {
    attempts = 0
    flush()
  })
})(window, document)

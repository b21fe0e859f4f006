import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from '@vue/compiler-sfc'
import { createI18n } from 'vue-i18n'
import { describe, expect, it } from 'vitest'
import en from '@/i18n/en'
import ja from '@/i18n/ja'
import zhTW from '@/i18n/zh-TW'

type Tree = { [key: string]: string | Tree }

const flat = (tree: Tree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : flat(value, `${path}${key}.`),
  )
const english = new Map(flat(en as Tree))
const others = { ja: new Map(flat(ja as Tree)), 'zh-TW': new Map(flat(zhTW as Tree)) }
const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  )
const sources = files('src').filter((file) => /\.(vue|ts)$/.test(file) && !file.includes('i18n'))
const names = (message: string) =>
  [...new Set([...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort()

describe.each(Object.entries(others))('the catalogue %s', (language, catalogue) => {
  it('has the keys that the English one has, and no others', () => {
    expect([...catalogue.keys()].sort()).toEqual([...english.keys()].sort())
  })

  it('uses no value that the English sentence is not given', () => {
    const strange = [...catalogue].filter(([key, message]) =>
      names(message).some((name) => name !== 'n' && !names(english.get(key) ?? '').includes(name)),
    )
    expect(strange).toEqual([])
  })

  it('is translated', () => {
    const kept = [...catalogue].filter(
      ([key, message]) => message === english.get(key) && /[a-z]{4}/.test(message),
    )
    expect(
      kept.map(([key]) => key),
      language,
    ).toEqual([])
  })
})

it('compiles every message', () => {
  const messages = { en, ja, 'zh-TW': zhTW } as Record<string, object>
  const i18n: { global: { t: unknown } } = createI18n({
    legacy: false,
    locale: 'en',
    fallbackLocale: false,
    messages: messages as never,
  })
  const say = i18n.global.t as (key: string, named: object, options: object) => string
  for (const locale of Object.keys(messages)) {
    for (const key of english.keys()) {
      expect(say(key, { n: 2 }, { locale, plural: 2 })).not.toBe(key)
    }
  }
})

it('has every key that the code names', () => {
  const named = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bt\(\s*'([\w.-]+)'/g)].map(([, key]) => key!),
  )
  expect(named.length).toBeGreaterThan(300)
  expect(named.filter((key) => !english.has(key))).toEqual([])
})

it('has every group of keys that the code composes', () => {
  const composed = sources.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/\bt\(\s*`([\w.-]+)\.\$\{/g)].map(([, group]) => group!),
  )
  const groups = [...english.keys()]
  expect(composed.filter((group) => !groups.some((key) => key.startsWith(`${group}.`)))).toEqual([])
})

it('leaves no text in a template', () => {
  expect(sources.filter((file) => file.endsWith('.vue')).flatMap(textsIn)).toEqual([])
})

interface TemplateNode {
  type: number
  content?: string
  children?: TemplateNode[]
  props?: { type: number; name: string; value?: { content: string } }[]
}

const SPOKEN = ['label', 'title', 'placeholder', 'alt', 'aria-label', 'text', 'hint']

function textsIn(file: string): string[] {
  const ast = parse(readFileSync(file, 'utf8')).descriptor.template?.ast as TemplateNode | undefined
  return ast ? texts(ast).map((text) => `${file}: ${text}`) : []
}

function texts(node: TemplateNode): string[] {
  const own = node.type === 2 && /\p{L}/u.test(node.content ?? '') ? [node.content!.trim()] : []
  const said = (node.props ?? []).filter(
    ({ type, name, value }) => type === 6 && SPOKEN.includes(name) && /\p{L}/u.test(value?.content ?? ''),
  )
  return [
    ...own,
    ...said.map(({ name, value }) => `${name}="${value?.content}"`),
    ...(node.children ?? []).flatMap(texts),
  ]
}

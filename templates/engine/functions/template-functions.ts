/*
 * The closed list of what a slide's markup may call. Text that comes out is
 * escaped by Handlebars; only drawings made from numbers and from our own
 * shapes go in as they are.
 */
import Handlebars from 'handlebars'
import { formatNumber } from '../../../shared/text/numbers.js'
import { findWords } from '../words.js'
import { againstPlan } from './against-plan.js'
import { ballotFunctions } from './ballot-functions.js'
import { budgetFunctions } from './budget-functions.js'
import { chartFunctions } from './charts/chart-functions.js'
import { dateFunctions } from './date-functions.js'
import { readCall, type TemplateFunction } from './function-options.js'
import { drawFilm } from './draw-film.js'
import { drawPicture } from './draw-picture.js'
import { drawIcon, type Icons } from './icons.js'
import { instantFunctions } from './instant-functions.js'
import { listFunctions } from './list-functions.js'
import { priceFunctions } from './price-functions.js'
import { drawQrCode } from './qr-code.js'
import { richText } from './rich-text.js'

const { SafeString, escapeExpression } = Handlebars

/** Nobody's face: the same for everyone who has no photograph. */
const SILHOUETTE =
  '<svg class="photo" viewBox="0 0 96 118" aria-hidden="true">' +
  '<rect width="96" height="118" fill="#E9DFCC"/>' +
  '<path d="M8 118c2-26 16-36 40-36s38 10 40 36z" fill="#8A7A6A"/>' +
  '<ellipse cx="48" cy="48" rx="21" ry="26" fill="#8A7A6A"/></svg>'

/** All functions, by the name used in markup. */
export function templateFunctions(
  icons: Icons,
): Record<string, TemplateFunction> {
  return {
    ...dateFunctions,
    ...instantFunctions,
    ...listFunctions,
    ...ballotFunctions,
    ...budgetFunctions,
    ...priceFunctions,
    ...chartFunctions,
    ...drawings(icons),
    againstPlan(...args) {
      const { first, scope } = readCall(args)
      return againstPlan(first, scope)
    },
    say(...args) {
      const { first, hash, scope } = readCall(args)
      const said = findWords(scope.words, scope.language, String(first))
      if (said === null) throw new Error(`no words for "${String(first)}"`)
      return said.replace(/\{(\w+)\}/g, (_all, name: string) =>
        String(hash[name] ?? ''),
      )
    },
    figure(...args) {
      const { first, hash, scope } = readCall(args)
      return sayNumber(Number(first), scope.language, hash['decimals'])
    },
    /** Paragraphs of a long text: one per line that is not empty. */
    paragraphs(...args) {
      const { first } = readCall(args)
      const lines = String(first ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
      return new SafeString(
        lines.map((line) => `<p>${escapeExpression(line)}</p>`).join(''),
      )
    },
    /** Bold, italics and lists, and nothing else. */
    rich(...args) {
      return new SafeString(richText(String(readCall(args).first ?? '')))
    },
    language(...args) {
      return readCall(args).scope.language
    },
  }
}

function sayNumber(value: number, language: string, decimals: unknown): string {
  return formatNumber(value, {
    language: language === 'en' ? 'en' : 'vi',
    ...(typeof decimals === 'number' ? { decimals } : {}),
  })
}

function drawings(icons: Icons): Record<string, TemplateFunction> {
  return {
    icon(...args) {
      return new SafeString(drawIcon(icons, readCall(args).first))
    },
    qr(...args) {
      return new SafeString(drawQrCode(String(readCall(args).first)))
    },
    /** A photograph in the rendition for this screen, or nobody's face. */
    picture(...args) {
      const { first, scope } = readCall(args)
      const shown = scope.pictures.get(String(first))
      return new SafeString(shown ? drawPicture(shown) : SILHOUETTE)
    },
    /** A film with its still, started by whoever shows the slide. */
    film(...args) {
      const { first, scope } = readCall(args)
      return new SafeString(drawFilm(scope.pictures.get(String(first))))
    },
  }
}

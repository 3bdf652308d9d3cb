// The words of the console in the language this person chose.
import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react'
import {
  currentLanguage,
  rememberLanguage,
  type UiLanguage,
} from '../api/language-cookie.js'
import { en } from '../copy/en.js'
import { vi, type Copy } from '../copy/vi.js'

const CATALOGUES: Record<UiLanguage, Copy> = { vi, en }

type Words = {
  language: UiLanguage
  copy: Copy
  setLanguage(language: UiLanguage): void
}

const WordsContext = createContext<Words | null>(null)

/** Gives everything below it the words; keeps the choice in a cookie. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setState] = useState(currentLanguage)
  const setLanguage = useCallback((next: UiLanguage) => {
    rememberLanguage(next)
    setState(next)
  }, [])
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const words = useMemo(
    () => ({ language, copy: CATALOGUES[language], setLanguage }),
    [language, setLanguage],
  )
  return <WordsContext value={words}>{children}</WordsContext>
}

/** The words and the switch; throws outside LanguageProvider. */
export function useWords(): Words {
  const words = use(WordsContext)
  if (!words) throw new Error('LanguageProvider is missing')
  return words
}

/** Only the catalogue: what most components need. */
export function useCopy(): Copy {
  return useWords().copy
}

import { createTheme, type MantineColorsTuple } from '@mantine/core'

/** The console's action colour, lam đậm, in Mantine's ten steps. */
const act: MantineColorsTuple = [
  '#e1ecef',
  '#c7dce2',
  '#9fc3cd',
  '#72a6b4',
  '#4b8a9b',
  '#2f7085',
  '#1c5b70',
  '#0f4a5e',
  '#0b3947',
  '#082b36',
]
const urgent: MantineColorsTuple = [
  '#fbe6e4',
  '#f5cbc8',
  '#ea9c9a',
  '#dd6d6e',
  '#cb4350',
  '#b8263c',
  '#ae1c33',
  '#a3152a',
  '#861022',
  '#6a0b1a',
]

/** Mantine in the console's own clothes: tokens of theme.css, 44 px targets. */
export const mantineTheme = createTheme({
  fontFamily: 'var(--font-sans)',
  headings: { fontFamily: 'var(--font-sans)', fontWeight: '700' },
  primaryColor: 'act',
  primaryShade: 7,
  colors: { act, urgent },
  defaultRadius: 6,
  black: '#1b1410',
  respectReducedMotion: true,
  components: {
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    NativeSelect: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
    Radio: { defaultProps: { size: 'md' } },
    Modal: { defaultProps: { centered: true, radius: 12 } },
  },
})

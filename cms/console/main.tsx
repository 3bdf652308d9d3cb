// Where the console starts in a browser.
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { z } from 'zod'
import './ui/fonts.css'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './ui/theme.css'
import './ui/console.css'
import { Providers } from './app/providers.js'

// The page's policy forbids eval; zod must not even try.
z.config({ jitless: true })

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <Providers />
    </StrictMode>,
  )
}

import './look/tokens.css'
import './look/base.css'
import './look/shell.css'
import './look/records.css'
import './look/panels.css'
import { createRoot } from 'react-dom/client'
import { Desk } from './shell/Desk.tsx'

const root = document.getElementById('desk')
if (root === null) throw new Error('index.html has no element with the id "desk"')
createRoot(root).render(<Desk />)

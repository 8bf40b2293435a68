import 'graphiql/setup-workers/vite'
import '@graphiql/react/style.css'
import '@graphiql/plugin-doc-explorer/style.css'
import '@graphiql/plugin-history/style.css'
import 'graphiql/graphiql.css'
import './desk.css'
import { createRoot } from 'react-dom/client'
import { Desk } from './Desk.tsx'

const root = document.getElementById('desk')
if (root === null) throw new Error('index.html has no element with the id "desk"')
createRoot(root).render(<Desk />)

import { returnChannel } from './returnChannel.ts'

// The issuer has sent the browser back. What it says is handed to the desk, which waits in another window of this origin, and leaves the address and the history of this one.
const said = new URLSearchParams(location.search)
history.replaceState(null, '', location.pathname)
const channel = new BroadcastChannel(returnChannel)
channel.postMessage({ state: said.get('state'), code: said.get('code'), error: said.get('error') })
channel.close()
window.close()

import { createRoot } from 'react-dom/client'
import { Root } from './app/Root'
import { call, listen, reload } from './bridge'

const place = document.getElementById('root')
if (place === null) throw new Error('index.html has no #root')
createRoot(place).render(<Root desktop={{ call, listen }} restart={reload} />)

import { tryAll } from './access/tryAll.ts'

tryAll(slug => slug === 'posts')

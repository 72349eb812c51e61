import { tryAll } from './access/tryAll.ts'

tryAll(slug => slug === 'comparison-tables' || slug === 'takeaway-cards')

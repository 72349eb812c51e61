import { tryAll } from '../integration/access/tryAll.ts'

tryAll(slug => slug === 'comparison-tables' || slug === 'takeaway-cards')

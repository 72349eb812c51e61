'use client'

export { PageProblem as default } from '../../../../admin/PageProblem.tsx'

import type { Metadata } from 'next'
import { generatePageMetadata, RootPage } from '@payloadcms/next/views'
import { leadToSetUp } from '../../../../admin/secondFactor/leadToSetUp.ts'
import config from '../../../../payload.config.ts'
import { isPrepared } from '../../../../server/preparation.ts'
import { importMap } from '../importMap.js'

interface Props {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  if (!await isPrepared())
    return {}
  await leadToSetUp(params)
  return generatePageMetadata({ config, params, searchParams })
}

export default async function Page({ params, searchParams }: Props) {
  // The layout reports it.
  if (!await isPrepared())
    return null
  await leadToSetUp(params)
  return RootPage({ config, params, searchParams, importMap })
}

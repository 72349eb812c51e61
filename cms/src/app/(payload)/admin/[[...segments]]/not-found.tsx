import type { Metadata } from 'next'
import { generatePageMetadata, NotFoundPage } from '@payloadcms/next/views'
import config from '../../../../payload.config.ts'
import { isPrepared } from '../../../../server/preparation.ts'
import { importMap } from '../importMap.js'

interface Props {
  params: Promise<{ segments: string[] }>
  searchParams: Promise<Record<string, string | string[]>>
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  return await isPrepared() ? generatePageMetadata({ config, params, searchParams }) : {}
}

/** Next renders it along with every page. */
export default async function NotFound({ params, searchParams }: Props) {
  if (!await isPrepared())
    return null
  return NotFoundPage({ config, params, searchParams, importMap })
}

import type { ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import { headers } from 'next/headers'
import config from '../../payload.config.ts'
import { isPrepared } from '../../server/preparation.ts'
import { isSignedInAsSaid } from '../../users/refuseOtherPerson.ts'
import { SET_UP_FIRST, userWithoutFactor } from '../../users/secondFactor/requireSetUp.ts'
import { importMap } from './admin/importMap.js'
import { NotYet } from './NotYet.tsx'
import '@payloadcms/next/css'
import './custom.css'

export default async function Layout({ children }: { children: ReactNode }) {
  if (!await isPrepared())
    return <NotYet />
  return <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>{children}</RootLayout>
}

const serverFunction: ServerFunctionClient = async (args) => {
  'use server'
  if (!await isSignedInAsSaid(await headers()))
    throw new Error('The user of this form is no longer signed in.')
  if (await userWithoutFactor(await headers()))
    throw new Error(SET_UP_FIRST)
  return handleServerFunctions({ ...args, config, importMap })
}

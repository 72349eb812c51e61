import type { ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import config from '../../payload.config.ts'
import { importMap } from './admin/importMap.js'
import '@payloadcms/next/css'
import './custom.css'

export default function Layout({ children }: { children: ReactNode }) {
  return <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>{children}</RootLayout>
}

const serverFunction: ServerFunctionClient = async (args) => {
  'use server'
  return handleServerFunctions({ ...args, config, importMap })
}

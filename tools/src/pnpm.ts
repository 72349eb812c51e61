// Runs the pnpm that tools/package-lock.json names. Its own launcher waits synchronously, and would survive the kill of
// its parent.
import { spawn } from 'node:child_process'
import process from 'node:process'
// @ts-expect-error The package has no types.
import { resolveInstalledBinary } from '../node_modules/pnpm/native-binary.mjs'
import { Failure } from './failure.ts'

const binary: string | undefined = resolveInstalledBinary()
if (!binary)
  throw new Failure(`pnpm has no program for this machine (${process.platform} ${process.arch}).`)

spawn(binary, process.argv.slice(2), { stdio: 'inherit' }).once('exit', code => process.exit(code ?? 1))

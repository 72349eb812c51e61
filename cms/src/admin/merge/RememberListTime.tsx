'use client'

import { useEffect } from 'react'
import { listTime } from './listTime.ts'

export function RememberListTime({ time }: { time: string }) {
  useEffect(() => {
    listTime.current = time
  }, [time])
  return null
}

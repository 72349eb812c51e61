import type { Change } from '@masthead/shared/changes'
import { expect, it } from 'vitest'
import { PageTree } from '../../../server/page-cache/PageTree'
import { Uses } from '../../../server/page-cache/Uses'

const ID = (number: number) => number.toString(16).padStart(24, '0')

function entry(ids: number[], window = { from: '2026-01-01', to: '2026-02-01' }) {
  return { uses: new Uses({ names: ids.map(ID), lists: [['posts:list', [window]]] }) }
}

function affected(tree: PageTree<{ uses: Uses }>, ...tags: string[]) {
  return tree.affectedBy({ number: 1, kind: 'changed', tags } as Change).sort()
}

it('finds what a change affects: by document, and by list and date', () => {
  const tree = new PageTree()
  tree.set('/a', entry([1, 2]))
  tree.set('/b', entry([2, 3], { from: '2026-03-01', to: '2026-04-01' }))
  expect(affected(tree, `posts:${ID(2)}`)).toEqual(['/a', '/b'])
  expect(affected(tree, `posts:${ID(1)}`, `posts:${ID(3)}`)).toEqual(['/a', '/b'])
  expect(affected(tree, 'posts:list@2026-01-15')).toEqual(['/a'])
  expect(affected(tree, 'posts:list')).toEqual(['/a', '/b'])
  expect(affected(tree, `posts:${ID(4)}`, 'posts:list:category=x@2026-01-15')).toEqual([])
})

it('forgets what an entry depended on once it is replaced or deleted', () => {
  const tree = new PageTree()
  tree.set('/a', entry([1]))
  tree.set('/a', entry([2]))
  expect([affected(tree, `posts:${ID(1)}`), affected(tree, `posts:${ID(2)}`)]).toEqual([[], ['/a']])
  tree.delete('/a')
  expect([affected(tree, `posts:${ID(2)}`), tree.size, tree.has('/a')]).toEqual([[], 0, false])
})

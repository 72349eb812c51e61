import { describe, expect, it } from 'vitest'
import { DIRECTIVES } from '../../src/import/directives.ts'
import { articleText } from './articleText.ts'
import { problemsIn } from './problemsIn.ts'

const SECTIONS = [...DIRECTIVES.keys()].join(', ')

/** Each: what is wrong, the text, and what the writer is told. */
const BAD_SECTIONS: [name: string, sections: string, problems: string[]][] = [
  ['no sections', '', [
    '6: The article has no sections. Write its text under the front matter, in sections such as “:::introduction”.',
  ]],
  ['a section never closed', ':::introduction\nWords.', [
    '7: “introduction” is never closed. Add a line “:::” where it ends.',
  ]],
  ['a section begun inside another', ':::introduction\nWords.\n\n:::deep-dive\nMore.\n:::', [
    '7: “introduction” is never closed. Add a line “:::” where it ends.',
    '10: “deep-dive” begins inside “introduction”, which began on line 7. Close that with a line “:::” first.',
  ]],
  ['a closing line too many', ':::prose\nWords.\n:::\n:::', [
    '10: “:::” closes nothing here. Take it out, or add the line that begins the section, such as “:::introduction”.',
  ]],
  ['colons that do not match', '::::prose\nWords.\n:::', [
    '9: 3 colons close “prose”, which 4 began on line 7. Write 4 here, or close first what is still open.',
  ]],
  ['a space after the colons', '::: introduction\nWords.\n:::', [
    '7: “::: introduction” is no directive. Write the name right after the colons, as in “:::introduction”; “:::” alone closes one.',
    '9: “:::” closes nothing here. Take it out, or add the line that begins the section, such as “:::introduction”.',
  ]],
  ['a misspelled section', ':::introducton\nWords.\n:::', [
    `7: There is no section “introducton”. Did you mean “introduction”? The sections are ${SECTIONS}; a text with a label of your own is :::prose{label="introducton"}.`,
  ]],
  ['a label for a name', ':::protocol-spotlight\n:::card\n### A\nB\n:::\n:::', [
    `7: There is no section “protocol-spotlight”. Write :::spotlight{label="protocol-spotlight"}. The sections are ${SECTIONS}; a text with a label of your own is :::prose{label="protocol-spotlight"}.`,
  ]],
  ['attributes over two lines', ':::prose{kicker="a\nb"}\nWords.\n:::', [
    '7: “prose” cannot be read. Write attributes in braces on the same line, their values in straight quotes: {kicker="…"}; in square brackets, “[” and “]” come in pairs or as “\\[”.',
  ]],
  ['words after the name', ':::prose and so on\nWords.\n:::', [
    '7: “prose” cannot be read. Write attributes in braces on the same line, their values in straight quotes: {kicker="…"}; in square brackets, “[” and “]” come in pairs or as “\\[”.',
  ]],
  ['typographic quotes', ':::prose{kicker=“Kick”}\nWords.\n:::', [
    '7: The value of “kicker” begins with a typographic quotation mark. Write straight ones: kicker="…".',
  ]],
  ['an unknown attribute', ':::prose{kiker="a"}\nWords.\n:::', [
    '7: “prose” has no attribute “kiker”. Did you mean “kicker”? It may have label, kicker.',
  ]],
  ['words in brackets', ':::prose[Title]\nWords.\n:::', [
    '7: “prose” has words in square brackets. Write them as a heading, “## …”, or as an attribute: :::prose{kicker="…"}.',
  ]],
  ['an empty section', ':::introduction\n:::', ['7: “introduction” has no text. Write some, or take the section out.']],
  ['a summary that is too late', ':::prose\nWords.\n\n::summary[Late.]\n:::', [
    '10: “::summary” cannot stand in a text. Did you mean “summary”? A summary, “::summary[…]”, stands once, right under the heading.',
  ]],
  ['a misspelled summary', ':::prose\n::sumary[Words.]\n\nWords.\n:::', [
    '8: “::sumary” cannot stand in a text. Did you mean “summary”? A summary, “::summary[…]”, stands once, right under the heading.',
  ]],
  ['an empty summary', ':::prose\n::summary\n\nWords.\n:::', [
    '8: The summary is empty. Write it in square brackets, “::summary[One or two sentences.]”, or take the line out.',
  ]],
  ['a kicker that is too long', `:::prose{kicker="${'k'.repeat(81)}"}\nWords.\n:::`, [
    '7: “kicker” is 81 characters long; 80 fit. Shorten it.',
  ]],
  ['a heading that is too long', `:::prose\n## ${'h'.repeat(161)}\nWords.\n:::`, [
    '8: “heading” is 161 characters long; 160 fit. Shorten it.',
  ]],
  ['formatting in a heading', ':::prose\n## A *loud* one\nWords.\n:::', [
    '8: There is italic text in the heading, which is plain text. Take the formatting out.',
  ]],
  ['the title as a heading', '# A title\n\nWords.', [
    '7: The title of the article stands in the front matter. Take this heading out, or write “##” for one of a section.',
  ]],
  ['a second heading in a text', ':::prose\n## One\nWords.\n## Two\n:::', [
    '10: A heading “##” cannot stand in a text. Begin a section of its own, or write “###”.',
  ]],
  ['a heading too deep', ':::prose\n##### Five\n:::', [
    '8: A heading “#####” cannot stand in a text. Write “###” or “####”.',
  ]],
  ['a block of HTML', ':::prose\n<div>x</div>\n:::', [
    '8: HTML cannot stand in an article. Write it in Markdown, or take it out; a “<” that is meant as itself is written “\\<”.',
  ]],
  ['HTML inside a line', ':::prose\nA <b>loud</b> word.\n:::', [
    '8: HTML cannot stand in an article. Write it in Markdown, or take it out; a “<” that is meant as itself is written “\\<”.',
    '8: HTML cannot stand in an article. Write it in Markdown, or take it out; a “<” that is meant as itself is written “\\<”.',
  ]],
  ['a picture inside a text', ':::prose\n![x](y.png)\n:::', [
    '8: A picture cannot stand inside a text. Give it a section of its own: “:::picture”.',
  ]],
  ['a table inside a text', ':::prose\n| a | b |\n| - | - |\n| 1 | 2 |\n:::', [
    '8: A table cannot stand inside a text. Give it a section of its own: “:::comparison”.',
  ]],
  ['code inside a text', ':::prose\n```js\n1\n```\n:::', [
    '8: A block of code cannot stand inside a text. Give it a section of its own: “:::code”.',
  ]],
  ['a block of code never closed', ':::code\n```js\n1\n:::', [
    '8: The block of code is never closed. Write a line “```” where it ends.',
  ]],
  ['a footnote', ':::prose\nWords.[^1]\n\n[^1]: Small print.\n:::', [
    '8: Footnotes are not supported. Say it in the text, or in brackets.',
    '10: Footnotes are not supported. Say it in the text, or in brackets.',
  ]],
  ['a list to tick', ':::prose\n- [ ] do\n:::', [
    '8: A list with boxes to tick cannot stand in a text. Take out the “[ ]”.',
  ]],
  ['two paragraphs in an item', ':::prose\n- one\n\n  two\n:::', [
    '10: An item of a list holds one paragraph, and lists. Make this a paragraph before or after the list, or an item of its own.',
  ]],
  ['a list in a quotation', ':::prose\n> - one\n:::', [
    '8: A quotation inside a text holds paragraphs only. Take this out of the quotation.',
  ]],
  ['a dangerous link', ':::prose\n[x](javascript:alert)\n:::', [
    '8: The link to “javascript:alert” is of a kind that is not allowed. Give a web address (https://…), an e-mail link (mailto:…), a telephone link (tel:…) or a path of this site (/blog).',
  ]],
  ['a dangerous link by reference', ':::prose\n[x][y]\n:::\n\n[y]: //evil.example', [
    '8: The link to “//evil.example” is of a kind that is not allowed. Give a web address (https://…), an e-mail link (mailto:…), a telephone link (tel:…) or a path of this site (/blog).',
  ]],
  ['a link with a title', ':::prose\n[x](/y "z")\n:::', [
    '8: The link to “/y” has a title, which no reader would see. Take the words in quotes out of the brackets.',
  ]],
  ['a comparison without a table', ':::comparison\n## T\n:::', [
    '7: There is no table in the section. Write one with “|” between the cells, or show one that is there already: :::comparison{ref="its-key"}.',
  ]],
  ['a table without a title', ':::comparison\n| a | b |\n| - | - |\n| 1 | 2 |\n:::', [
    '7: The table has no title. Write it as a heading, “## …”, above the table.',
  ]],
  ['a table without rows', ':::comparison\n## T\n| a | b |\n| - | - |\n:::', [
    '9: The table has no rows. Write them under the line of dashes.',
  ]],
  ['a column without a head', ':::comparison\n## T\n| a | |\n| - | - |\n| 1 | 2 |\n:::', [
    '9: Column 2 has no head. Write what it stands for.',
  ]],
  ['a row that says nothing', ':::comparison\n## T\n| a | b |\n| - | - |\n| | 2 |\n:::', [
    '11: The row does not say what it compares. Write it in the first cell.',
  ]],
  ['a row with a cell too many', ':::comparison\n## T\n| a | b |\n| - | - |\n| 1 | 2 | 3 |\n:::', [
    '11: The row has 3 cells, and the table 2 columns. Take the surplus out; a “|” that is meant as itself is written “\\|”.',
  ]],
  ['bold text in a table', ':::comparison\n## T\n| a | b |\n| - | - |\n| 1 | **2** |\n:::', [
    '11: There is bold text in a table, which is plain text. Take the formatting out.',
  ]],
  ['a cell that is too long', `:::comparison\n## T\n| a | b |\n| - | - |\n| 1 | ${'c'.repeat(401)} |\n:::`, [
    '11: Column “b”: words are at most 400 characters long. Correct the cell.',
  ]],
  ['words beside a table', ':::comparison\n## T\nWords.\n\n| a | b |\n| - | - |\n| 1 | 2 |\n:::', [
    '9: There is a paragraph beside a table, where it cannot stand. A comparison holds a heading, a “::summary[…]” and one table; other words go into a text.',
  ]],
  ['a table that is both its own and another', ':::comparison{ref="x"}\n| a | b |\n| - | - |\n| 1 | 2 |\n:::', [
    '7: The section shows the table “x”, and has a table of its own too. Take out either “ref” or the table with its key, title and description.',
  ]],
  ['a key that is none', ':::comparison{key="My Table"}\n## T\n| a | b |\n| - | - |\n| 1 | 2 |\n:::', [
    '9: “My Table” is no key: it has other characters than small letters, digits and single hyphens. Write “my-table”.',
  ]],
  ['a spotlight without cards', ':::spotlight\n## T\n:::', [
    '7: “spotlight” has no cards. Write each between “:::card” and “:::”.',
  ]],
  ['a misspelled card', ':::spotlight\n:::crad\n### A\nB\n:::\n:::', [
    '8: “crad” cannot stand between cards. Did you mean “card”? Write each card between “:::card” and “:::”, with its title as a heading “### …”.',
  ]],
  ['a card outside', ':::card\n### A\nB\n:::', [
    '7: There is no section “card”. “card” stands inside “spotlight” or “takeaways”.',
  ]],
  ['words between cards', ':::spotlight\nWords.\n:::card\n### A\nB\n:::\n:::', [
    '8: There is a paragraph between cards, where it cannot stand. Write each card between “:::card” and “:::”, with its title as a heading “### …”.',
  ]],
  ['a card without a title', ':::spotlight\n:::card\nB\n:::\n:::', [
    '8: The card has no title. Begin it with a heading, “### …”.',
  ]],
  ['a card without a text', ':::spotlight\n:::card\n### A\n:::\n:::', ['8: “body” is empty. Fill it in.']],
  ['bold text in a card', ':::spotlight\n:::card\n### A\nB **c**\n:::\n:::', [
    '10: There is bold text in the text of a card, which is plain text. Take the formatting out.',
  ]],
  ['a figure without a label', ':::spotlight\n:::card\n### A\nB\n\n::stat{value="1"}\n:::\n:::', [
    '12: A figure has a value and a label. Write ::stat{value="10×" label="Cost volatility"}.',
  ]],
  ['too many figures', `:::spotlight\n:::card\n### A\nB\n\n${'::stat{value="1" label="x"}\n'.repeat(5)}:::\n:::`, [
    '8: “stats” has 5 entries; 4 fit. Take some out.',
  ]],
  ['a list in a point', ':::spotlight\n:::card\n### A\nB\n\n- one\n  - two\n:::\n:::', [
    '12: A point of a card is one plain paragraph. Write “- **Lead:** text”, without lists or paragraphs inside.',
  ]],
  ['bold words that are no lead', ':::spotlight\n:::card\n### A\nB\n\n- **one** two\n:::\n:::', [
    '12: The bold words “one” are not the lead of a point. Write “- **Lead:** text”, or take the bold out.',
  ]],
  ['a key given twice', ':::spotlight\n:::card{key="k"}\n### A\nB\n:::\n:::card{key="k"}\n### C\nD\n:::\n:::', [
    '12: The key “k” is given on line 8 already. Choose another, or show that one here by “ref”.',
  ]],
  ['a card on one line without a key', ':::spotlight\n::card\n:::', [
    '8: A card on one line shows a card that is there already, and this one does not say which. Write ::card{ref="its-key"}, or “:::card” for a card of the article’s own.',
  ]],
  ['a quote without words', ':::quote{person="A"}\n:::', [
    '7: The quote has no words. Write them between “:::quote” and “:::”.',
  ]],
  ['a picture section without a picture', ':::picture\nWords.\n:::', [
    '7: There is no picture in the section. Write ![what it shows](pictures/file.webp).',
  ]],
  ['a picture without alternative text', ':::picture\n![](a.png)\n:::', [
    '8: The picture “a.png” has no alternative text. Say in a sentence what it shows, for those who cannot see it.',
  ]],
  ['two pictures in a section', ':::picture\n![a](a.png)\n\n![b](b.png)\n:::', [
    '10: There is a second picture in the section. Give it a section of its own.',
  ]],
  ['a code section without code', ':::code\nWords.\n:::', [
    '7: There is no code in the section. Write it between two lines of three backticks.',
    '8: There is a paragraph in a section of code, where it cannot stand. It holds one block of code between ``` lines; words about it go into :::code{caption="…"} or into a text.',
  ]],
  ['words after the language', ':::code\n```sql title="x"\n1\n```\n:::', [
    '8: “title="x"” after the language means nothing here. Leave the language alone, as in ```sql.',
  ]],
  ['questions without any', ':::faq\n:::', [
    '7: There are no questions in the section. Write each as a heading, “### …?”, and its answer under it.',
  ]],
  ['a question without an answer', ':::faq\n### Why?\n### How?\nSo.\n:::', [
    '8: The question has no answer. Write it under the question.',
  ]],
]

const BAD_FRONT_MATTER: [name: string, frontMatter: Record<string, string>, problems: string[]][] = [
  ['an empty title', { title: '' }, ['2: “title” is missing. Add “title: …”.']],
  ['a title without a letter', { title: '"…"' }, [
    '2: No address can be made of the title. Add “slug: …” in small letters, digits and hyphens.',
  ]],
  ['a title that is too long', { title: 't'.repeat(201) }, ['2: “title” is 201 characters long; 200 fit. Shorten it.']],
  ['a title that is a list', { title: '[a]' }, [
    '2: “title” is a list. Write text; put it in quotes where it begins with “[” or “{” or holds “: ”.',
  ]],
  ['an unknown key', { autors: '[Ada]' }, [
    '6: The front matter has no “autors”. Did you mean “authors”? It may have title, slug, excerpt, category, authors, date, tags, picture, seo, related.',
  ]],
  ['an unknown key of a picture', { picture: '{file: a.png, alt: A, caption: B}' }, [
    '6: The front matter has no “picture.caption”. It may have file, alt, credit.',
  ]],
  ['an unknown key of an author', { authors: '[{name: Ada, job: Editor}]' }, [
    '5: The front matter has no “authors.0.job”. It may have name, slug, jobTitle, bio, photo.',
  ]],
  ['a slug that is none', { slug: 'My Article' }, [
    '6: “My Article” is no address: it has other characters than small letters, digits and single hyphens. Write “my-article”.',
  ]],
  ['no authors', { authors: '[]' }, [
    '5: An article has at least one author. Name one, as in “authors: [Ada Lovelace]”.',
  ]],
  ['authors that are no list', { authors: 'Ada' }, ['5: “authors” is plain text. Write a list, as in [one, two].']],
  ['an author twice', { authors: '[Ada, Ada]' }, ['5: The author “Ada” is named twice. Name each once.']],
  ['a date that is none', { date: 'tomorrow' }, [
    '6: “tomorrow” is no date. Write it as 2026-03-31, or with a time as 2026-03-31T09:30:00Z.',
  ]],
  ['a day that never was', { date: '2026-02-31' }, [
    '6: “2026-02-31” is no date. Write it as 2026-03-31, or with a time as 2026-03-31T09:30:00Z.',
  ]],
  ['a picture that is text', { picture: 'a.png' }, [
    '6: “picture” is plain text. Write its parts as keys, as in {file: …, alt: …}.',
  ]],
  ['a picture without alternative text', { picture: '{file: a.png}' }, ['6: “picture.alt” is missing. Add “alt: …”.']],
  ['a category without a letter', { category: '…' }, [
    '4: No address can be made of “…”. Give it one: {name: …, slug: …} for an author, {title: …, slug: …} for a category.',
  ]],
  ['a colon in plain text', { title: 'One: two' }, [
    '2: The front matter cannot be read: Nested mappings are not allowed in compact mappings. Put text that holds “: ” or “ #”, or begins with a sign, in quotes, and indent with spaces.',
  ]],
  ['an SEO title that is too long', { seo: `{title: ${'s'.repeat(121)}}` }, [
    '6: “title” is 121 characters long; 120 fit. Shorten it.',
  ]],
]

describe('a bad file is refused with its line, what is wrong and the mend', () => {
  it.each(BAD_SECTIONS)('%s', (_, sections, problems) => {
    expect(problemsIn(articleText(sections))).toEqual(problems)
  })

  it.each(BAD_FRONT_MATTER)('front matter: %s', (_, frontMatter, problems) => {
    expect(problemsIn(articleText(undefined, frontMatter))).toEqual(problems)
  })

  it.each([
    [
      'nothing before the text',
      'Words.',
      '1: There is no front matter. Begin the file with a line “---”, then “title: …” and the others, then “---”.',
    ],
    ['never closed', '---\ntitle: A\n', '1: The front matter is never closed. Write a line “---” under it.'],
    [
      'a list',
      '---\n- a\n---\nWords.',
      '1: The front matter is no list of keys and values. Write lines such as “title: …”.',
    ],
    [
      'a key given twice',
      articleText().replace('title: A title', 'title: A title\ntitle: Another'),
      '3: “title” is given twice. Keep one.',
    ],
  ])('front matter: %s', (_, text, problem) => {
    expect(problemsIn(text)).toEqual([problem])
  })

  it('tells all problems at once, in the order of their lines', () => {
    expect(
      problemsIn(articleText(':::prose{kicker="k" x="y"}\n<b>\n:::\n\n:::quote\n:::', { tag: 'a', date: 'soon' })).map(
        problem => Number.parseInt(problem),
      ),
    ).toEqual([6, 7, 9, 10, 13])
  })
})

-- Run by `edition.exports.citations` in pandoc: one run makes every citation of an issue.
--
-- Reads JSON: items (CSL-JSON, as text), for_bibtex (the same for BibTeX), styles (a list of
-- {id, csl}, csl being the path of the style), locator (the number of a paragraph), articles (by id
-- of the item: its language as a BCP 47 tag, and the address of its page by language, if it has one),
-- accessed (what stands for the day on which the page is read), and languages (by BCP 47 tag and
-- style: the words of the page, as terms of CSL).
-- Writes JSON: citations (id of the item -> language of the page -> id of the style ->
-- {reference, passage}, each as text and html) and bibtex (id -> entry).
--
-- A reference is in the language of the article. What is not in the print, and is said about it, is
-- in the language of the page: those terms are put into the style, for the language of the article.
--
-- Every item is cited in a document of its own, so that no citation depends on another: no "ibid.",
-- no 2007a, no dash for an author named before.

local wide = { wrap_text = 'none' }

-- A sign that every locale has for a paragraph, whatever word the style then writes for it.
local function in_paragraph(number)
  return pandoc.Inlines(', {¶ ' .. number .. '}')
end

local function content(element) return element.content end

-- A page takes italics, bold and raised or lowered signs from a style, and nothing else.
local bare = {
  Span = content, Link = content, SmallCaps = content, Strikeout = content, Underline = content,
  Code = function(code) return pandoc.Str(code.text) end,
  Math = function(math) return pandoc.Str(math.text) end,
  RawInline = function(raw) return pandoc.Str(raw.text) end,
}

local function formatted(inlines)
  local doc = pandoc.Pandoc({ pandoc.Plain(inlines) }):walk(bare)
  return { text = pandoc.write(doc, 'plain', wide), html = pandoc.write(doc, 'html', wide) }
end

local function cite(item, id, csl, language, place)
  local citation = pandoc.Citation(id, 'NormalCitation', {}, place)
  local mark = pandoc.Cite({ pandoc.Str(id) }, { citation })
  local meta = { references = { item }, csl = csl, lang = language }
  local doc = pandoc.utils.citeproc(pandoc.Pandoc({ pandoc.Para({ mark }) }, meta))
  local made = {}
  doc:walk({
    Cite = function(done)
      local note = done.content[1]
      local inlines = done.content
      if note.t == 'Note' then inlines = pandoc.utils.blocks_to_inlines(note.content) end
      made.passage = formatted(inlines)
    end,
    Div = function(div)
      if div.identifier == 'ref-' .. id then
        made.reference = formatted(pandoc.utils.blocks_to_inlines(div.content))
      end
    end,
  })
  return made
end

local input = pandoc.json.decode(io.read('a'), false)

local function contents(path)
  local file <close> = assert(io.open(path, 'r'))
  return file:read('a')
end

-- A style with the terms of a page, for articles in one language; each is made once, and no file of it.
local made_styles = {}
local function with_terms(style, terms, language)
  local name = pandoc.utils.sha1(style.id .. terms .. language) .. '.csl'
  if not made_styles[name] then
    local head, tail = contents(style.csl):match('^(.-</info>)(.*)$')
    local locale = '<locale xml:lang="' .. language .. '"><terms>' .. terms .. '</terms></locale>'
    pandoc.mediabag.insert(name, 'application/xml', head .. locale .. tail)
    made_styles[name] = true
  end
  return name
end

local function plain(text) return (text:gsub(input.opening, '<')) end

-- One Str for each word, so that nothing in a text is taken for anything but text.
local function words(text)
  local made = pandoc.Inlines({})
  for index, word in ipairs(pandoc.List(plain(text):gmatch('[^ ]+'))) do
    if index > 1 then made:insert(pandoc.Space()) end
    made:insert(pandoc.Str(word))
  end
  return made
end

-- The reader knows which quotation marks belong together, but it loses a year in words, and takes
-- names apart: they are what the print has.
local function references(json)
  local doc = pandoc.read(json, 'csljson')
  local read = doc:walk({ Str = function(str) return pandoc.Str(plain(str.text)) end }).meta.references
  for index, item in ipairs(pandoc.json.decode(json, false)) do
    if item.issued.literal then read[index].issued = { literal = item.issued.literal } end
    for number, name in ipairs(item.author) do
      read[index].author[number] = { family = words(name.family), given = words(name.given) }
    end
  end
  return read
end

local function latex(text)
  local made = pandoc.write(pandoc.Pandoc({ pandoc.Plain(words(text)) }), 'latex-smart', wide)
  return (made:gsub('\n', ' '))
end

-- What pandoc writes for a sign, and what every reader of BibTeX understands. A brace that is text
-- would count, escaped or not, among those that hold a field together.
local signs = {
  { '\\{', '{$\\lbrace$}' },
  { '\\}', '{$\\rbrace$}' },
  { '\\%^{}', '{\\textasciicircum}' },
  { '\\textless', '{$<$}' },
  { '\\textgreater', '{$>$}' },
  { '\\textquotesingle', "'" },
  { '\\textasciigrave', '`' },
  { '\\textbar', '|' },
  { '\\ldots', '…' },
}

-- Two signs that LaTeX would set as one, by its fonts' ligatures.
local pairs_of_signs = { { '`', '`' }, { "'", "'" }, { '%?', '`' }, { '!', '`' }, { ',', ',' } }

local function apart(text)
  for _, pair in ipairs(pairs_of_signs) do
    local count
    repeat  -- of three in a row the second belongs to both pairs
      text, count = text:gsub('(' .. pair[1] .. ')(' .. pair[2] .. ')', '%1{}%2')
    until count == 0
  end
  return text
end

local function understood(text)
  for _, sign in ipairs(signs) do
    local replacement = sign[2]:gsub('%%', '%%%%')
    if sign[1]:find('%a$') then  -- a command takes the space or the braces after it
      text = text:gsub(sign[1] .. '{}', replacement):gsub(sign[1] .. ' ', replacement)
    end
    text = text:gsub(sign[1], replacement)
  end
  return apart(text)
end

-- A comma parts the parts of a name, "and" the names, unless braces hold them together.
local function part(text)
  local made = understood(latex(text))
  local parting = made:find(',', 1, true)
  for word in made:gmatch('%S+') do parting = parting or word:lower() == 'and' end
  return parting and '{' .. made .. '}' or made
end

local function bibtex(item, written)
  local names = pandoc.List(written.author):map(function(name)
    return part(name.family) .. ', ' .. part(name.given)
  end)
  -- The title, which would else be put into English title case, is protected as it was printed.
  item.title = pandoc.Inlines({ pandoc.Span(words(written.title), { class = 'nocase' }) })
  for _, field in ipairs({ 'container-title', 'publisher', 'publisher-place', 'abstract', 'issue' }) do
    if written[field] then item[field] = words(written[field]) end
  end
  item.author = { { family = pandoc.Inlines('Author') } }
  local entry = understood(pandoc.write(pandoc.Pandoc({}, { references = { item } }), 'bibtex', wide))
  local first, last = entry:find('author = {Author}', 1, true)
  return entry:sub(1, first - 1) .. 'author = {' .. table.concat(names, ' and ') .. '}' .. entry:sub(last + 1)
end

local function cite_all(item, id)
  local article, made, place = input.articles[id], {}, in_paragraph(input.locator)
  for language, terms in pairs(input.languages) do
    if article.addresses[language] then
      item.URL = pandoc.Inlines({ pandoc.Str(article.addresses[language]) })
      item.accessed = { literal = input.accessed }
    end
    made[language] = {}
    for _, style in ipairs(input.styles) do
      local csl = with_terms(style, terms[style.id], article.language)
      made[language][style.id] = cite(item, id, csl, article.language, place)
    end
  end
  return made
end

local output = { citations = {}, bibtex = {} }
for _, item in ipairs(references(input.items)) do
  local id = pandoc.utils.stringify(item.id)
  output.citations[id] = cite_all(item, id)
end
local written = pandoc.json.decode(input.for_bibtex, false)
for index, item in ipairs(references(input.for_bibtex)) do
  output.bibtex[pandoc.utils.stringify(item.id)] = bibtex(item, written[index])
end
io.write(pandoc.json.encode(output))

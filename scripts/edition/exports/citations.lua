-- Run by `edition.exports.citations` in pandoc: one run makes every citation of an issue.
--
-- Reads JSON: items (CSL-JSON, as text), for_bibtex (the same for BibTeX), styles (a list of
-- {id, csl}, csl being the path of the style), locator (the number of a paragraph), and languages (by
-- BCP 47 tag what is said of that number). Writes JSON: citations (id of the item -> language -> id of the style ->
-- {reference, passage}, each as text and html) and bibtex (id -> entry).
--
-- Every item is cited in a document of its own, so that no citation depends on another: no "ibid.",
-- no 2007a, no dash for an author named before.

local wide = { wrap_text = 'none' }

-- A sign that every locale has for a paragraph, whatever word the style then writes for it.
local function in_paragraph(number, remark)
  return pandoc.Inlines(', {¶ ' .. number .. '} ' .. remark)
end

-- Spans only carry what the processor did; the page has no use for them.
local function formatted(inlines)
  local doc = pandoc.Pandoc({ pandoc.Plain(inlines) }):walk({ Span = function(span) return span.content end })
  return { text = pandoc.write(doc, 'plain', wide), html = pandoc.write(doc, 'html', wide) }
end

local function cite(item, id, style, language, place)
  local citation = pandoc.Citation(id, 'NormalCitation', {}, place)
  local mark = pandoc.Cite({ pandoc.Str(id) }, { citation })
  local meta = { references = { item }, csl = style.csl, lang = language }
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

-- The reader gives the texts their typographic quotes, but loses a year in words.
local function references(json)
  local read = pandoc.read(json, 'csljson').meta.references
  for index, item in ipairs(pandoc.json.decode(json, false)) do
    if item.issued.literal then read[index].issued = { literal = item.issued.literal } end
  end
  return read
end

local function bibtex(item)
  return pandoc.write(pandoc.Pandoc({}, { references = { item } }), 'bibtex', wide)
end

local input = pandoc.json.decode(io.read('a'), false)
local output = { citations = {}, bibtex = {} }
for _, item in ipairs(references(input.items)) do
  local id = pandoc.utils.stringify(item.id)
  output.citations[id] = {}
  for language, remark in pairs(input.languages) do
    local place = in_paragraph(input.locator, remark)
    output.citations[id][language] = {}
    for _, style in ipairs(input.styles) do
      output.citations[id][language][style.id] = cite(item, id, style, language, place)
    end
  end
end
for _, item in ipairs(references(input.for_bibtex)) do
  output.bibtex[pandoc.utils.stringify(item.id)] = bibtex(item)
end
io.write(pandoc.json.encode(output))

<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="x-espeak-ng" xml:lang="es">
  <metadata>
    <source xmlns="urn:plainvoice:lexicon" lexeme="abilify">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="adderall">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="advair">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="advil">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="airbag">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="allegra">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="alprazolam">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="brivaracetam">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="bromazepam">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="burnout">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="bypass">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="celebrex">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="chantix">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="citalopram">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="claritin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="clobazam">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="clonazepam">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="clordemetildiazepam">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="dayquil">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="depakote">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="diazepam">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="dilantin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="diltiazem">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="doripenem">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="ertapenem">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="escitalopram">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="estazolam">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="farxiga">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="feedback">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="flexeril">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="flonase">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="flunitrazepam">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="flurazepam">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="geodon">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="humalog">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="humira">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="imipenem">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="janumet">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="januvia">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="jardiance">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="jentadueto">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="klonopin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="levetiracetam">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="lipitor">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="lorazepam">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="lormetazepam">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="lornoxicam">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="lyrica">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="meloxicam">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="meropenem">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="midazolam">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="mounjaro">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="neurontin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="nitrazepam">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="norvasc">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="nyquil">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="oxazepam">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="oxycontin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="ozempic">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="paxlovid">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="piracetam">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="piroxicam">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="prazepam">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="ritalin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="rybelsus">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="seroquel">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="singulair">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="suboxone">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="synthroid">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="temazepam">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="tenoxicam">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="topamax">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="toujeo">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="triazolam">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="trulicity">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="tylenol">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="ventolin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="vicodin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="vyvanse">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="wegovy">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="wellbutrin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="xeljanz">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="xolair">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="zestril">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="zolpidem">Spelling rule: a word in -m without an accent mark has its stress on the last syllable. Reglas generales de acentuación, Anaya Educación, http://edistribucion.es/anayaeducacion/Lengua_literatura1Bach2015/Lengua__literatura1Bach2015/reglas.htm, stored copy looked at 2026-11-25</source>
  </metadata>
  <lexeme xml:id="abilify">
    <grapheme>Abilify</grapheme>
    <alias>abílifai</alias>
  </lexeme>
  <lexeme xml:id="adderall">
    <grapheme>Adderall</grapheme>
    <alias>áderol</alias>
  </lexeme>
  <lexeme xml:id="advair">
    <grapheme>Advair</grapheme>
    <alias>ádver</alias>
  </lexeme>
  <lexeme xml:id="advil">
    <grapheme>Advil</grapheme>
    <alias>ádvil</alias>
  </lexeme>
  <lexeme xml:id="airbag">
    <grapheme>airbag</grapheme>
    <alias>érbag</alias>
  </lexeme>
  <lexeme xml:id="allegra">
    <grapheme>Allegra</grapheme>
    <alias>alegra</alias>
  </lexeme>
  <lexeme xml:id="alprazolam">
    <grapheme>alprazolam</grapheme>
    <alias>alprazolám</alias>
  </lexeme>
  <lexeme xml:id="brivaracetam">
    <grapheme>brivaracetam</grapheme>
    <alias>brivaracetám</alias>
  </lexeme>
  <lexeme xml:id="bromazepam">
    <grapheme>bromazepam</grapheme>
    <alias>bromazepám</alias>
  </lexeme>
  <lexeme xml:id="burnout">
    <grapheme>burnout</grapheme>
    <alias>bérnaut</alias>
  </lexeme>
  <lexeme xml:id="bypass">
    <grapheme>bypass</grapheme>
    <alias>baipás</alias>
  </lexeme>
  <lexeme xml:id="celebrex">
    <grapheme>Celebrex</grapheme>
    <alias>célebrex</alias>
  </lexeme>
  <lexeme xml:id="chantix">
    <grapheme>Chantix</grapheme>
    <alias>chántix</alias>
  </lexeme>
  <lexeme xml:id="citalopram">
    <grapheme>citalopram</grapheme>
    <alias>citaloprám</alias>
  </lexeme>
  <lexeme xml:id="claritin">
    <grapheme>Claritin</grapheme>
    <alias>cláritin</alias>
  </lexeme>
  <lexeme xml:id="clobazam">
    <grapheme>clobazam</grapheme>
    <alias>clobazám</alias>
  </lexeme>
  <lexeme xml:id="clonazepam">
    <grapheme>clonazepam</grapheme>
    <alias>clonazepám</alias>
  </lexeme>
  <lexeme xml:id="clordemetildiazepam">
    <grapheme>clordemetildiazepam</grapheme>
    <alias>clordemetildiazepám</alias>
  </lexeme>
  <lexeme xml:id="dayquil">
    <grapheme>DayQuil</grapheme>
    <alias>déikuil</alias>
  </lexeme>
  <lexeme xml:id="depakote">
    <grapheme>Depakote</grapheme>
    <alias>dépacout</alias>
  </lexeme>
  <lexeme xml:id="diazepam">
    <grapheme>diazepam</grapheme>
    <alias>diazepám</alias>
  </lexeme>
  <lexeme xml:id="dilantin">
    <grapheme>Dilantin</grapheme>
    <alias>dilantín</alias>
  </lexeme>
  <lexeme xml:id="diltiazem">
    <grapheme>diltiazem</grapheme>
    <alias>diltiazém</alias>
  </lexeme>
  <lexeme xml:id="doripenem">
    <grapheme>doripenem</grapheme>
    <alias>doripeném</alias>
  </lexeme>
  <lexeme xml:id="ertapenem">
    <grapheme>ertapenem</grapheme>
    <alias>ertapeném</alias>
  </lexeme>
  <lexeme xml:id="escitalopram">
    <grapheme>escitalopram</grapheme>
    <alias>escitaloprám</alias>
  </lexeme>
  <lexeme xml:id="estazolam">
    <grapheme>estazolam</grapheme>
    <alias>estazolám</alias>
  </lexeme>
  <lexeme xml:id="farxiga">
    <grapheme>Farxiga</grapheme>
    <alias>farsiga</alias>
  </lexeme>
  <lexeme xml:id="feedback">
    <grapheme>feedback</grapheme>
    <alias>fídbac</alias>
  </lexeme>
  <lexeme xml:id="flexeril">
    <grapheme>Flexeril</grapheme>
    <alias>fléxeril</alias>
  </lexeme>
  <lexeme xml:id="flonase">
    <grapheme>Flonase</grapheme>
    <alias>flóneis</alias>
  </lexeme>
  <lexeme xml:id="flunitrazepam">
    <grapheme>flunitrazepam</grapheme>
    <alias>flunitrazepám</alias>
  </lexeme>
  <lexeme xml:id="flurazepam">
    <grapheme>flurazepam</grapheme>
    <alias>flurazepám</alias>
  </lexeme>
  <lexeme xml:id="geodon">
    <grapheme>Geodon</grapheme>
    <alias>yíodon</alias>
  </lexeme>
  <lexeme xml:id="humalog">
    <grapheme>Humalog</grapheme>
    <alias>jiúmalog</alias>
  </lexeme>
  <lexeme xml:id="humira">
    <grapheme>Humira</grapheme>
    <alias>jumira</alias>
  </lexeme>
  <lexeme xml:id="imipenem">
    <grapheme>imipenem</grapheme>
    <alias>imipeném</alias>
  </lexeme>
  <lexeme xml:id="janumet">
    <grapheme>Janumet</grapheme>
    <alias>yanumet</alias>
  </lexeme>
  <lexeme xml:id="januvia">
    <grapheme>Januvia</grapheme>
    <alias>yanuvia</alias>
  </lexeme>
  <lexeme xml:id="jardiance">
    <grapheme>Jardiance</grapheme>
    <alias>yárdians</alias>
  </lexeme>
  <lexeme xml:id="jentadueto">
    <grapheme>Jentadueto</grapheme>
    <alias>yentadueto</alias>
  </lexeme>
  <lexeme xml:id="klonopin">
    <grapheme>Klonopin</grapheme>
    <alias>clónopin</alias>
  </lexeme>
  <lexeme xml:id="levetiracetam">
    <grapheme>levetiracetam</grapheme>
    <alias>levetiracetám</alias>
  </lexeme>
  <lexeme xml:id="lipitor">
    <grapheme>Lipitor</grapheme>
    <alias>lípitor</alias>
  </lexeme>
  <lexeme xml:id="lorazepam">
    <grapheme>lorazepam</grapheme>
    <alias>lorazepám</alias>
  </lexeme>
  <lexeme xml:id="lormetazepam">
    <grapheme>lormetazepam</grapheme>
    <alias>lormetazepám</alias>
  </lexeme>
  <lexeme xml:id="lornoxicam">
    <grapheme>lornoxicam</grapheme>
    <alias>lornoxicám</alias>
  </lexeme>
  <lexeme xml:id="lyrica">
    <grapheme>Lyrica</grapheme>
    <alias>lírica</alias>
  </lexeme>
  <lexeme xml:id="meloxicam">
    <grapheme>meloxicam</grapheme>
    <alias>meloxicám</alias>
  </lexeme>
  <lexeme xml:id="meropenem">
    <grapheme>meropenem</grapheme>
    <alias>meropeném</alias>
  </lexeme>
  <lexeme xml:id="midazolam">
    <grapheme>midazolam</grapheme>
    <alias>midazolám</alias>
  </lexeme>
  <lexeme xml:id="mounjaro">
    <grapheme>Mounjaro</grapheme>
    <alias>munyaro</alias>
  </lexeme>
  <lexeme xml:id="neurontin">
    <grapheme>Neurontin</grapheme>
    <alias>neurontín</alias>
  </lexeme>
  <lexeme xml:id="nitrazepam">
    <grapheme>nitrazepam</grapheme>
    <alias>nitrazepám</alias>
  </lexeme>
  <lexeme xml:id="norvasc">
    <grapheme>Norvasc</grapheme>
    <alias>nórvasc</alias>
  </lexeme>
  <lexeme xml:id="nyquil">
    <grapheme>NyQuil</grapheme>
    <alias>náikuil</alias>
  </lexeme>
  <lexeme xml:id="oxazepam">
    <grapheme>oxazepam</grapheme>
    <alias>oxazepám</alias>
  </lexeme>
  <lexeme xml:id="oxycontin">
    <grapheme>OxyContin</grapheme>
    <alias>oxicontín</alias>
  </lexeme>
  <lexeme xml:id="ozempic">
    <grapheme>Ozempic</grapheme>
    <alias>osémpic</alias>
  </lexeme>
  <lexeme xml:id="paxlovid">
    <grapheme>Paxlovid</grapheme>
    <alias>paxlóvid</alias>
  </lexeme>
  <lexeme xml:id="piracetam">
    <grapheme>piracetam</grapheme>
    <alias>piracetám</alias>
  </lexeme>
  <lexeme xml:id="piroxicam">
    <grapheme>piroxicam</grapheme>
    <alias>piroxicám</alias>
  </lexeme>
  <lexeme xml:id="prazepam">
    <grapheme>prazepam</grapheme>
    <alias>prazepám</alias>
  </lexeme>
  <lexeme xml:id="ritalin">
    <grapheme>Ritalin</grapheme>
    <alias>ritalín</alias>
  </lexeme>
  <lexeme xml:id="rybelsus">
    <grapheme>Rybelsus</grapheme>
    <alias>raibelsus</alias>
  </lexeme>
  <lexeme xml:id="seroquel">
    <grapheme>Seroquel</grapheme>
    <alias>sérocuel</alias>
  </lexeme>
  <lexeme xml:id="singulair">
    <grapheme>Singulair</grapheme>
    <alias>singuler</alias>
  </lexeme>
  <lexeme xml:id="suboxone">
    <grapheme>Suboxone</grapheme>
    <alias>subóxon</alias>
  </lexeme>
  <lexeme xml:id="synthroid">
    <grapheme>Synthroid</grapheme>
    <alias>síntroid</alias>
  </lexeme>
  <lexeme xml:id="temazepam">
    <grapheme>temazepam</grapheme>
    <alias>temazepám</alias>
  </lexeme>
  <lexeme xml:id="tenoxicam">
    <grapheme>tenoxicam</grapheme>
    <alias>tenoxicám</alias>
  </lexeme>
  <lexeme xml:id="topamax">
    <grapheme>Topamax</grapheme>
    <alias>tópamax</alias>
  </lexeme>
  <lexeme xml:id="toujeo">
    <grapheme>Toujeo</grapheme>
    <alias>tuyeo</alias>
  </lexeme>
  <lexeme xml:id="triazolam">
    <grapheme>triazolam</grapheme>
    <alias>triazolám</alias>
  </lexeme>
  <lexeme xml:id="trulicity">
    <grapheme>Trulicity</grapheme>
    <alias>trulísiti</alias>
  </lexeme>
  <lexeme xml:id="tylenol">
    <grapheme>Tylenol</grapheme>
    <alias>tailenol</alias>
  </lexeme>
  <lexeme xml:id="ventolin">
    <grapheme>Ventolin</grapheme>
    <alias>ventolín</alias>
  </lexeme>
  <lexeme xml:id="vicodin">
    <grapheme>Vicodin</grapheme>
    <alias>vicodín</alias>
  </lexeme>
  <lexeme xml:id="vyvanse">
    <grapheme>Vyvanse</grapheme>
    <alias>váivans</alias>
  </lexeme>
  <lexeme xml:id="wegovy">
    <grapheme>Wegovy</grapheme>
    <alias>uigóvi</alias>
  </lexeme>
  <lexeme xml:id="wellbutrin">
    <grapheme>Wellbutrin</grapheme>
    <alias>uelbutrin</alias>
  </lexeme>
  <lexeme xml:id="xeljanz">
    <grapheme>Xeljanz</grapheme>
    <alias>selyans</alias>
  </lexeme>
  <lexeme xml:id="xolair">
    <grapheme>Xolair</grapheme>
    <alias>soler</alias>
  </lexeme>
  <lexeme xml:id="zestril">
    <grapheme>Zestril</grapheme>
    <alias>séstril</alias>
  </lexeme>
  <lexeme xml:id="zolpidem">
    <grapheme>zolpidem</grapheme>
    <alias>zolpidém</alias>
  </lexeme>
</lexicon>

<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="x-espeak-ng" xml:lang="en">
  <metadata>
    <source xmlns="urn:plainvoice:lexicon" lexeme="klonopin">US dictionaries of generic and brand names, looked up for Plainvoice 0.1; which ones was not kept.</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="clonazepam">US dictionaries of generic and brand names, looked up for Plainvoice 0.1; which ones was not kept.</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="gaba">Said as one word, as English speakers do; written down for Plainvoice 0.1 without a reference.</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="gamma-aminobutyric">US dictionaries of generic and brand names, looked up for Plainvoice 0.1; which ones was not kept.</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="benzodiazepine">US dictionaries of generic and brand names, looked up for Plainvoice 0.1; which ones was not kept.</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="benzodiazepines">US dictionaries of generic and brand names, looked up for Plainvoice 0.1; which ones was not kept.</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="antidepressant">US dictionaries of generic and brand names, looked up for Plainvoice 0.1; which ones was not kept.</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="antidepressants">US dictionaries of generic and brand names, looked up for Plainvoice 0.1; which ones was not kept.</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="sertraline">US dictionaries of generic and brand names, looked up for Plainvoice 0.1; which ones was not kept.</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="zolpidem">US dictionaries of generic and brand names, looked up for Plainvoice 0.1; which ones was not kept.</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="nsaid">Said as one word, as English speakers do; written down for Plainvoice 0.1 without a reference.</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="nsaids">Said as one word, as English speakers do; written down for Plainvoice 0.1 without a reference.</source>
  </metadata>
  <lexeme xml:id="klonopin">
    <grapheme>Klonopin</grapheme>
    <phoneme>kl'0n@p,In</phoneme>
  </lexeme>
  <lexeme xml:id="clonazepam">
    <grapheme>clonazepam</grapheme>
    <phoneme>kloUn'azI#p,am</phoneme>
  </lexeme>
  <lexeme xml:id="gaba">
    <grapheme>GABA</grapheme>
    <alias>gabba</alias>
  </lexeme>
  <lexeme xml:id="gamma-aminobutyric">
    <grapheme>gamma-aminobutyric</grapheme>
    <phoneme>g,am@a#m,i:noUbju:t'IrIk</phoneme>
  </lexeme>
  <lexeme xml:id="benzodiazepine">
    <grapheme>benzodiazepine</grapheme>
    <phoneme>b,EnzoUdaI'azI#p,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="benzodiazepines">
    <grapheme>benzodiazepines</grapheme>
    <phoneme>b,EnzoUdaI'azI#p,i:nz</phoneme>
  </lexeme>
  <lexeme xml:id="antidepressant">
    <grapheme>antidepressant</grapheme>
    <phoneme>,antIdI#pr'Es@nt</phoneme>
  </lexeme>
  <lexeme xml:id="antidepressants">
    <grapheme>antidepressants</grapheme>
    <phoneme>,antIdI#pr'Es@nts</phoneme>
  </lexeme>
  <lexeme xml:id="sertraline">
    <grapheme>sertraline</grapheme>
    <phoneme>s'3:tr@l,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="zolpidem">
    <grapheme>zolpidem</grapheme>
    <phoneme>z'0lpI#d,Em</phoneme>
  </lexeme>
  <lexeme xml:id="nsaid">
    <grapheme>NSAID</grapheme>
    <alias>en said</alias>
  </lexeme>
  <lexeme xml:id="nsaids">
    <grapheme>NSAIDs</grapheme>
    <alias>en saids</alias>
  </lexeme>
</lexicon>

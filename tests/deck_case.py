"""A story of four scenes made by hand, with all that is hard to show: gaps, goals, long names, signs that mean something in HTML."""

from __future__ import annotations

from nap_analytics.deck import Deck, Kind, Mark, Picture, Scene

PETROL, ORANGE, GREEN, GREY = "#0b5a6b", "#C2560B", "#14532D", "#9AA5B1"
HOSTILE = "</script><b>=1+1</b><!-- &amp; 'x' \"y\""

CROWDED = {"money"}
"""Scenes with more than half a window holds at full type."""

LONG = {
    "fr": "Plan d’action national pour la mise en œuvre de la résolution 1325 et des résolutions connexes, 2019-2023",
    "en": "National action plan for the implementation of resolution 1325 and the resolutions that followed it, 2019–2023",
}
GAP = {"fr": "aucun chiffre publié", "en": "no published figure"}
NOTE = {"fr": "Six régions sur dix seulement", "en": "Six regions of ten only"}
GOAL = {"fr": "Cible", "en": "Target"}
START = {"fr": "Valeur de référence", "en": "Baseline"}
PILLARS = {
    "fr": (
        "Participation",
        "Prévention",
        "Protection",
        "Secours et relèvement",
        "Coordination, suivi et évaluation",
        "Communication",
        HOSTILE,
    ),
    "en": (
        "Participation",
        "Prevention",
        "Protection",
        "Relief and recovery",
        "Coordination, monitoring and evaluation",
        "Communication",
        HOSTILE,
    ),
}
TITLES = {
    "fr": (
        "31 % des sièges sont occupés par des femmes : l’objectif de 50 % reste loin, et un plan ne dit rien",
        "La protection reçoit la plus grande part du montant prévu, la coordination presque rien",
        "Le pays a dépensé 1 276 millions de francs CFA en 2020, quatre fois plus qu’en 2012",
        f"Deux plans, {HOSTILE}",
    ),
    "en": (
        "Women hold 31% of the seats: the goal of 50% is far, and one plan does not say",
        "Protection receives the largest share of the planned money, coordination next to nothing",
        "The country spent 1,276 million CFA francs in 2020, four times what it spent in 2012",
        f"Two plans, {HOSTILE}",
    ),
}
UNITS = {
    "fr": ("pourcentage des sièges", "millions de francs CFA", "millions de francs CFA dépensés", "activités réalisées"),
    "en": ("percent of seats", "millions of CFA francs", "millions of CFA francs spent", "activities completed"),
}


def deck() -> Deck:
    """The story in French and English."""
    return Deck(
        story="test",
        titles={"fr": "Femmes, paix et sécurité : bilan <2025>", "en": "Women, peace and security: where we stand <2025>"},
        scenes={code: _scenes(code) for code in ("fr", "en")},
        data_date="2025-06-30",
        viewed_on="2025-11-22",
        version="abc123",
        stamps={
            "fr": "Données au 30 juin 2025, version abc123, NAP Analytics",
            "en": "Data as of 30 June 2025, version abc123, NAP Analytics",
        },
    )


def _scenes(code: str) -> tuple[Scene, ...]:
    pictures = (_seats(code), _money(code), _years(code), _plans(code))
    codes = ("seats", "money", "years", "plans/1")
    return tuple(
        Scene(
            code=name,
            title=title,
            picture=picture,
            source=f"Rapport annuel {HOSTILE}, p. 12-14 ; Journal officiel, tableau 3",
            notes=f"{title}. {HOSTILE}",
            page="progress",
        )
        for name, title, picture in zip(codes, TITLES[code], pictures, strict=True)
    )


def _seats(code: str) -> Picture:
    sign = "\u202f%" if code == "fr" else "%"
    marks = (
        Mark(LONG[code], 31, f"31{sign}", PETROL, goal=50, start=9.5, note=NOTE[code]),
        Mark("2015-2018", 47.5, "47,5\u202f%" if code == "fr" else "47.5%", ORANGE, goal=50, start=12),
        Mark("2012-2014", None, GAP[code], GREY, goal=50),
        Mark("2008-2011", 0, f"0{sign}", GREEN, goal=50, start=0),
    )
    return _picture("bars", code, 0, marks, goal_name=GOAL[code], start_name=START[code], whole=100)


def _money(code: str) -> Picture:
    amounts = (276.4, 64, 1276, 12.3, 0.4, None, 99)
    goals = (300, 64, 1000, None, 20, 50, None)
    marks = [
        Mark(
            name,
            amount,
            GAP[code] if amount is None else _millions(amount, code),
            PETROL,
            goal=goal,
            note=NOTE[code] if amount == 64 else "",
        )
        for name, amount, goal in zip(PILLARS[code], amounts, goals, strict=True)
    ]
    return _picture("bars", code, 1, (*marks, Mark(LONG[code], 3.5, _millions(3.5, code), GREEN)), goal_name=GOAL[code])


def _years(code: str) -> Picture:
    amounts = (319, 320, 450, None, 512, 498, 730, 811, 1276, 990, 640, None, 15, 0, 77, 210)
    marks = tuple(
        Mark(str(2010 + number), amount, GAP[code] if amount is None else _millions(amount, code), PETROL, goal=500 if number < 10 else 900)
        for number, amount in enumerate(amounts)
    )
    return _picture("columns", code, 2, marks, goal_name=GOAL[code])


def _plans(code: str) -> Picture:
    marks = (
        Mark("2012", 12, "12", PETROL, goal=13, start=4, note=NOTE[code]),
        Mark("2013", 25, "25", ORANGE, goal=13),
        Mark("2014", None, GAP[code], GREY, goal=13),
        Mark("2015", 30, "30", GREEN, goal=13, start=25, note=HOSTILE),
    )
    return _picture("columns", code, 3, marks, goal_name=GOAL[code], start_name=START[code])


def _picture(
    kind: Kind, code: str, place: int, marks: tuple[Mark, ...], *, goal_name: str = "", start_name: str = "", whole: float | None = None
) -> Picture:
    return Picture(kind=kind, unit=UNITS[code][place], marks=marks, goal_name=goal_name, start_name=start_name, whole=whole)


def _millions(amount: float, code: str) -> str:
    whole = f"{amount:,}".replace(",", "\u202f").replace(".", ",")
    return f"{whole}\u00a0M\u00a0FCFA" if code == "fr" else f"XOF\u00a0{amount:,}\u00a0M"

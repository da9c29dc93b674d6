"""The words of the field for the glossary: the bodies that the plans name, and what the plans are about."""

from __future__ import annotations

from nap_analytics.errors import N_
from nap_analytics.findings.glossary_codes import Term

BODY_TERMS = (
    Term(
        N_("United Nations Security Council"),
        N_("The body of the United Nations in charge of international peace and security; it adopted resolution 1325."),
    ),
    Term(
        N_("ministry for the promotion of women, children and the family (MPFEF)"),
        N_("The ministry that leads the three plans."),
    ),
    Term(
        N_("regional gender committees"),
        N_("Committees on gender at the level of a region."),
    ),
    Term(
        N_("civil society organisations (CSO)"),
        N_("Associations and other organisations that belong neither to the State nor to business."),
    ),
    Term(
        N_("Agreement for Peace and Reconciliation in Mali"),
        N_("The peace agreement of 2015 between the government and armed movements, from the Algiers process."),
    ),
    Term(
        N_("Agreement Monitoring Committee"),
        N_("The committee that followed how the peace agreement was carried out."),
    ),
    Term(
        N_("Truth, Justice and Reconciliation Commission"),
        N_("The commission that heard the victims of Mali’s crises since 1960."),
    ),
    Term(
        N_("national commission for disarmament, demobilisation and reintegration"),
        N_("The commission in charge of former fighters’ way back to civilian life."),
    ),
    Term(
        N_("Integration Commission"),
        N_("The commission in charge of admitting former fighters to the forces and the services of the State."),
    ),
    Term(
        N_("national security sector reform council"),
        N_("The council that guides the reform of the security sector."),
    ),
    Term(
        N_("National Transition Council"),
        N_("The appointed assembly that took the place of the parliament dissolved in 2020."),
    ),
    Term(
        N_("defence and security forces"),
        N_("The army, the gendarmerie, the national guard, the police and the other armed services of the State."),
    ),
)

SUBJECT_TERMS = (
    Term(
        N_("gender-based violence (GBV)"),
        N_("Violence against persons because of their gender, most often against women and girls."),
    ),
    Term(
        N_("conflict-related sexual violence"),
        N_("Sexual violence that is linked, directly or indirectly, to an armed conflict."),
    ),
    Term(
        N_("survivor"),
        N_("A person who has suffered violence; the plan of 2012-2014 says victim."),
    ),
    Term(
        N_("one-stop centre"),
        N_("A centre that offers survivors medical, psychological, legal and police help in one place."),
    ),
    Term(
        N_("holistic care"),
        N_("Care that covers all the needs of a survivor: medical, psychological, legal, social and economic."),
    ),
    Term(
        N_("GBV information management system (GBVIMS)"),
        N_("The system in which services for survivors record the cases reported to them; it does not count those that nobody reports."),
    ),
    Term(
        N_("female genital mutilation"),
        N_("The removal of, or injury to, the genital organs of girls or women for no medical reason."),
    ),
    Term(
        N_("forced marriage, early marriage"),
        N_("Marriage without free consent; marriage of a child."),
    ),
    Term(
        N_("denial of resources"),
        N_("Keeping a person from money, property, school, care or work to which that person has a right."),
    ),
    Term(
        N_("internally displaced persons"),
        N_("Persons who had to leave their homes and stayed within their country."),
    ),
    Term(
        N_("appointed and elected posts"),
        N_("The two kinds of public posts to which the law of 2015 applies: those filled by decision and those filled by vote."),
    ),
    Term(
        N_("quota law: Act 2015-052"),
        N_("The law that asks for at least 30% of each sex in appointments and on lists of candidates."),
    ),
    Term(
        N_("empowerment"),
        N_("Women’s gaining of the means, the rights and the confidence to decide for themselves."),
    ),
    Term(
        N_("peacebuilding"),
        N_("Work on what causes conflict, so that it does not begin or begin again."),
    ),
    Term(
        N_("security sector reform (SSR)"),
        N_("The change of forces, courts and their oversight towards safety for all under the law."),
    ),
)

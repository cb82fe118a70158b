"""What a plan means: the things that it promises, each still knowing its words in the source.

An entity's parts are Mentions (literal words with a span). A part that is missing is None, and its `slot`
says where it would have been written: the empty cell, or else the entity's own words.
"""

from __future__ import annotations

from implan_lint.plan.model.money import Amount, Blank, Budget, BudgetLine, LineKind, MoneyColumn
from implan_lint.plan.model.places import Entity, Mention, Origin, Place, PlanTable, Reference, TableKind
from implan_lint.plan.model.portfolio import Bound, Card, Due, LinkedFile, Need, PersonKey, Pointing, Portfolio, Work
from implan_lint.plan.model.promises import (
    Action,
    ActionKind,
    Aftercare,
    Evaluation,
    EvaluationKind,
    Evidence,
    Exclusion,
    Goal,
    Indicator,
    Milestone,
    MilestoneType,
    Owner,
    OwnerKind,
    ScopeItem,
    ScopeSide,
)
from implan_lint.plan.model.surroundings import (
    Communication,
    Factor,
    Polarity,
    Precondition,
    Risk,
    Role,
    Stakeholder,
    Strategy,
)
from implan_lint.plan.model.whole import Lifetime, MetaField, Plan, PlanSection, Presence, SuppressionUse

__all__ = [
    "Action",
    "ActionKind",
    "Aftercare",
    "Amount",
    "Blank",
    "Bound",
    "Budget",
    "BudgetLine",
    "Card",
    "Communication",
    "Due",
    "Entity",
    "Evaluation",
    "EvaluationKind",
    "Evidence",
    "Exclusion",
    "Factor",
    "Goal",
    "Indicator",
    "Lifetime",
    "LineKind",
    "LinkedFile",
    "Mention",
    "MetaField",
    "Milestone",
    "MilestoneType",
    "MoneyColumn",
    "Need",
    "Origin",
    "Owner",
    "OwnerKind",
    "PersonKey",
    "Place",
    "Plan",
    "PlanSection",
    "PlanTable",
    "Pointing",
    "Polarity",
    "Portfolio",
    "Precondition",
    "Presence",
    "Reference",
    "Risk",
    "Role",
    "ScopeItem",
    "ScopeSide",
    "Stakeholder",
    "Strategy",
    "SuppressionUse",
    "TableKind",
    "Work",
]

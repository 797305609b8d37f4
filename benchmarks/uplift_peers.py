"""Rows of other programs for the benchmark `uplift`, which judges them as it judges synth's own.

    ./synth-bench uplift mode=export peers=/tmp/peers sets=sick sizes=16 splits=3
    python3 benchmarks/uplift_peers.py /tmp/peers smote borderline-smote adasyn
    ./synth-bench uplift peers=/tmp/peers sets=sick sizes=16 splits=3 arms=none,peer:smote-hard

Below the folder, each training.csv holds a cell's real training rows, the label last. For each
program a file NAME.csv of rare rows is written beside it, as many as bring both classes to one size.
A file that is there is left as it is. Everything learns from the training rows alone.

Written for Python 3.11 with these versions; a program that is not installed is left out:

    pip install imbalanced-learn==0.14.2 pandas==2.3.3     # smote, borderline-smote, adasyn
    pip install 'numpy<2.4'                                # arfpy 0.1.1 calls numpy.in1d, gone since
    pip install ctgan==0.12.1                              # ctgan, tvae: SDV's synthesizers
    pip install arfpy==0.1.1                               # arf
"""

import argparse
import pathlib
import sys

import numpy
import pandas

SEED = 42
NEIGHBOURS = 5


class NotPossible(Exception):
    """Why a program makes no rows of a table."""


class Cell:
    """The training rows of a cell, the rare class being the less frequent one."""

    def __init__(self, file):
        rows = pandas.read_csv(file)
        label = rows.columns[-1]
        self.rare = rows[label] == rows[label].value_counts().idxmin()
        features = rows.drop(columns=label)
        self.numbers = [c for c in features if pandas.api.types.is_numeric_dtype(features[c])]
        self.categories = [c for c in features if c not in self.numbers]
        self.features = features
        self.wanted = int((~self.rare).sum() - self.rare.sum())

    def filled(self):
        """The features with medians and a level of their own in place of missing cells."""
        numbers = self.features[self.numbers]
        filled = self.features.copy()
        filled[self.numbers] = numbers.fillna(numbers.median()).fillna(0).astype(float)
        filled[self.categories] = self.features[self.categories].fillna("").astype(str)
        return filled

    def as_read(self, rows):
        """Rows in the columns' order; a whole column of numbers gets whole numbers."""
        rows = pandas.DataFrame(rows, columns=self.features.columns)
        for column in self.numbers:
            known = self.features[column].dropna()
            rows[column] = rows[column].astype(float)
            if (known == known.round()).all():
                rows[column] = rows[column].round()
        return rows


def of_imbalanced_learn(sampler):
    """A program of imbalanced-learn; they need numbers alone, but for SMOTE, which has a form for both."""

    def rows(cell):
        from imblearn import over_sampling

        neighbours = min(NEIGHBOURS, int(cell.rare.sum()) - 1)
        if cell.categories and sampler != "SMOTE":
            raise NotPossible("it takes numbers alone")
        filled = cell.filled()
        arguments = {"random_state": SEED}
        if sampler == "ADASYN":
            arguments["n_neighbors"] = neighbours
        else:
            arguments["k_neighbors"] = neighbours
        if not cell.categories:
            method = getattr(over_sampling, sampler)(**arguments)
        elif cell.numbers:
            places = [filled.columns.get_loc(column) for column in cell.categories]
            method = over_sampling.SMOTENC(categorical_features=places, **arguments)
        else:
            method = over_sampling.SMOTEN(**arguments)
        try:
            features, _ = method.fit_resample(filled, cell.rare.astype(int))
        except ValueError as error:
            raise NotPossible(str(error)) from error
        return features.iloc[len(filled) :]

    return rows


def of_sdv(name):
    """TVAE or CTGAN, which learn the rare rows."""

    def rows(cell):
        import ctgan
        import torch

        torch.manual_seed(SEED)
        numpy.random.seed(SEED)
        model = getattr(ctgan, name)()
        model.fit(cell.filled()[cell.rare].reset_index(drop=True), cell.categories)
        return model.sample(cell.wanted)

    return rows


def arf(cell):
    """An adversarial random forest of the rare rows."""
    from arfpy import arf as forest

    numpy.random.seed(SEED)
    rare = cell.filled()[cell.rare].reset_index(drop=True)
    model = forest.arf(x=rare, random_state=SEED)
    model.forde()
    return model.forge(n=cell.wanted)


PROGRAMS = {
    "smote": of_imbalanced_learn("SMOTE"),
    "borderline-smote": of_imbalanced_learn("BorderlineSMOTE"),
    "adasyn": of_imbalanced_learn("ADASYN"),
    "ctgan": of_sdv("CTGAN"),
    "tvae": of_sdv("TVAE"),
    "arf": arf,
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("programs", nargs="+", choices=sorted(PROGRAMS))
    arguments = parser.parse_args()
    for file in sorted(arguments.folder.rglob("training.csv")):
        cell = None
        for program in arguments.programs:
            out = file.with_name(program + ".csv")
            if out.exists():
                continue
            cell = cell or Cell(file)
            try:
                rows = cell.as_read(PROGRAMS[program](cell))
                rows.to_csv(out, index=False)
            except (ImportError, NotPossible) as error:
                print(f"{file.parent}: {program}: {error}", file=sys.stderr)


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: MPL-2.0
"""The tree of results as a test speaks of it: as rows in order of rank, the
best hit being row 0, wherever its year puts it in the tree. A node's value is
that number; headings and the row that brings more have negative ones."""


class Results:
    def __init__(self, control):
        self._control = control

    def __getattr__(self, name):
        return getattr(self._control, name)

    def nodes(self):
        """Every node below the root, as it stands in the tree."""
        found = []

        def walk(node):
            for number in range(node.getChildCount()):
                found.append(node.getChildAt(number))
                walk(found[-1])

        model = self._control.getModel().DataModel
        if model:
            walk(model.getRoot())
        return found

    def shown(self):
        """What every node says, from top to bottom."""
        return [node.getDisplayValue() for node in self.nodes()]

    def _hits(self):
        return {node.DataValue: node for node in self.nodes()
                if node.DataValue >= 0}

    def getItems(self):
        hits = self._hits()
        return tuple(hits[rank].getDisplayValue() for rank in sorted(hits))

    def getItemCount(self):
        return len(self._hits())

    def getSelectedItemPos(self):
        node = self._control.getSelection()
        return node.DataValue if node else -1

    def indent(self):
        """How far from the left edge the chosen row begins, in pixels; 0 while
        the painted rows are there in the tree's place."""
        node = self._control.isVisible() and self._control.getSelection()
        return self._control.getNodeRect(node).X if node else 0

    def selectItemPos(self, rank, is_on=True):
        if is_on:
            self._control.select(self._hits()[rank])
        else:
            self._control.clearSelection()

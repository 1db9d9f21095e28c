export { type Frame, isPassive, nounFrame, type Oblique, verbFrame } from './frame.ts';
export {
  above,
  caseOf,
  childrenOf,
  coordinated,
  dependants,
  featOf,
  headOfWord,
  lemmaOf,
  relationOf,
  type Tree,
  treeOf,
  uposOf,
} from './tree.ts';

# Types `checkin start puls` and one Tab into a zsh that finds completions in the folder named first, and prints
# what zsh makes of it: the very first Tab has to complete already.
zmodload zsh/zpty
zpty shell 'zsh -f -i'
zpty -w shell "PS1=; fpath=(${(q)1} \$fpath); autoload -U compinit; compinit -u -D; print rea''dy"
zpty -r -m shell line '*ready*'
zpty -n -w shell $'checkin start puls\t'
zpty -r -m shell line '*start pulse*' && print -r -- "$line"

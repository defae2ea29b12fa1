package network

// trainGuess hides some words that have vectors, guesses these and adds the gradients of the squared errors to g.
func (p *pass) trainGuess(g *Network, hide float64, scale float32) {
	n := p.n
	p.hidden = p.hidden[:0]
	for _, s := range p.sents {
		for _, v := range s.Vectors {
			p.hidden = append(p.hidden, v > 0 && p.rng.Float64() < hide)
		}
	}
	p.encode()
	dim := n.VectorDim
	guess := p.spare[0]
	p.dense(&guess, p.out, n.guess, n.guessB, false)
	p.spare[0] = guess
	row := 0
	for _, s := range p.sents {
		for _, v := range s.Vectors {
			to := guess[row*dim : row*dim+dim]
			if !p.hidden[row] {
				clear(to)
			} else {
				for j, x := range n.Vectors[int(v)*dim : int(v)*dim+dim] {
					d := to[j] - x
					p.loss += float64(d * d)
					to[j] = 2 * d * scale
				}
			}
			row++
		}
	}
	h2 := 2 * n.Hidden
	dout := grow(&p.spare[1], p.rows*h2)
	p.denseBack(guess, nil, p.out, n.guess, n.guessB, g.guess, g.guessB, false, dout)
	p.applyMask(dout, p.masks[n.Layers+1], h2)
	p.backLayers(g, dout, scale)
}

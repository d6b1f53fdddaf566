Jekyll::Hooks.register :pages, :pre_render do |page, payload|
  payload['page']['mine'] = "of #{page.name}"
  payload['page']['title'] = payload['page']['title'].to_s.upcase
  payload['seen'] = [payload['seen'], page.name].compact.join(' ')
end

Jekyll::Hooks.register :posts, :pre_render do |post, payload|
  payload['page']['mine'] = { 'of' => post.data['title'], 'year' => payload.page['date'].year }
  payload['age'] = post.date < Time.new(2015, 3, 15) ? 'old' : 'new'
  payload['site']['last'] = post.url
end

Jekyll::Hooks.register :site, :pre_render do |site, payload|
  payload['site']['mood'] = "glad of #{payload['site']['posts'].length} posts in #{payload['jekyll']['environment']}"
end

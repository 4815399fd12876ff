import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Group chat tags","description":"Tags on customer group chats.","frontmatter":{"title":"Group chat tags","description":"Tags on customer group chats.","layout":"category","view":{"title":"Group chat tags","description":"Tags on customer group chats.","operations":[{"id":"groupChatBatchMarkTag","title":"Add and remove tags of several group chats","method":"POST","path":"/open-api/group_chat/batch_mark_tag","call":"groupChat.batchMarkTag"},{"id":"groupChatTagGroupList","title":"List the groups of group-chat tags with their tags","method":"GET","path":"/open-api/group_chat/tag/group/list","call":"groupChat.tagGroupList"}]}},"headers":[],"relativePath":"en/categories/group-chat-tags.md","filePath":"en/categories/group-chat-tags.md"}');
const _sfc_main = { name: "en/categories/group-chat-tags.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/group-chat-tags.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const groupChatTags = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  groupChatTags as default
};

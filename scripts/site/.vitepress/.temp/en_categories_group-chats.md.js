import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Group chats","description":"Customer group chats, their members and statistics.","frontmatter":{"title":"Group chats","description":"Customer group chats, their members and statistics.","layout":"category","view":{"title":"Group chats","description":"Customer group chats, their members and statistics.","operations":[{"id":"externalUserGroupListGet","title":"List the group chats that a customer is in","method":"GET","path":"/open-api/external_user/group_list/get","call":"externalUser.groupListGet"},{"id":"groupChatDetail","title":"Get one group chat","method":"GET","path":"/open-api/group_chat/detail","call":"groupChat.detail"},{"id":"groupChatFindExternalUser","title":"Tell whether a customer is in a group chat","method":"GET","path":"/open-api/group_chat/find_external_user","call":"groupChat.findExternalUser"},{"id":"groupChatList","title":"List group chats","method":"GET","path":"/open-api/group_chat/list","call":"groupChat.list"},{"id":"groupChatMemberList","title":"List the members of a group chat","method":"GET","path":"/open-api/group_chat/member/list","call":"groupChat.memberList"}]}},"headers":[],"relativePath":"en/categories/group-chats.md","filePath":"en/categories/group-chats.md"}');
const _sfc_main = { name: "en/categories/group-chats.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("en/categories/group-chats.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const groupChats = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  groupChats as default
};
